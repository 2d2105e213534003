package org.qibu.sheets;

/** A file that cannot be read as the table asked for; says why in one Chinese sentence. */
public class SheetRefused extends RuntimeException {

    public SheetRefused(String sentence) {
        super(sentence);
    }
}
