package org.qibu.matter.file;

/** A file that cannot be kept; says why in one Chinese sentence. */
public class FileRefused extends RuntimeException {

    public FileRefused(String message) {
        super(message);
    }
}
