package org.qibu.matter;

/** A file that was judged and, where it is a picture, drawn anew: ready to be kept. */
public class CheckedFile {

    private final FileCheck.Clean clean;

    CheckedFile(FileCheck.Clean clean) {
        this.clean = clean;
    }

    FileCheck.Clean clean() {
        return clean;
    }

    /** Whether it is a picture. */
    public boolean isPicture() {
        return clean.preview() != null;
    }
}
