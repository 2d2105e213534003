package org.qibu.matter.file;

/** A file that was judged and, where it is a picture, drawn anew: ready to be kept. */
public class CheckedFile {

    private final UploadedFileCheck.Clean clean;

    CheckedFile(UploadedFileCheck.Clean clean) {
        this.clean = clean;
    }

    UploadedFileCheck.Clean clean() {
        return clean;
    }

    /** Whether it is a picture. */
    public boolean isPicture() {
        return clean.preview() != null;
    }
}
