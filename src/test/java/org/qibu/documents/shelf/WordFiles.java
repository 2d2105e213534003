package org.qibu.documents.shelf;

import org.qibu.mail.AttachmentStore;
import org.qibu.matter.paper.Paper;

/** Lets tests of other rooms have the files of a paper in either edition. */
public final class WordFiles {

    private WordFiles() {}

    public static byte[] pdf(AttachmentStore store, Paper paper) {
        return ((PaperFiles) store).of(paper.id(), PaperFormat.PDF);
    }

    public static byte[] of(AttachmentStore store, Paper paper) {
        return ((PaperFiles) store).of(paper.id(), PaperFormat.DOCX);
    }
}
