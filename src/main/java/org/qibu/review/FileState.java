package org.qibu.review;

/** What became of one item of a file. */
public enum FileState {
    PRESENT,
    NOT_APPLICABLE,
    MISSING,
    /** missing, and a person wrote down why */
    EXPLAINED
}
