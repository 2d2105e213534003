package org.qibu.matter.form;

import java.util.Optional;

/** Finds the name of a code in a form that another room made, such as the one of an electorate. */
public interface CodeNames {

    /** What people call it; empty for a code of somebody else, or a text that is none. */
    Optional<String> nameOf(String code);
}
