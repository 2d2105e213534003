package org.qibu.engine.spi;

import org.qibu.engine.FormCase;

/** Where files are kept, outside the engine. One room implements it; the engine only asks. */
public interface FileLedger {

    /** How many files of this kind were handed in for a form: since the matter began, or since it was last submitted. */
    int count(FormCase form, String kind);
}
