package org.qibu.text;

/** A code as a form, a table or a row says it, which may be none of ours. */
public interface WrittenCode {

    /** As it is written, never empty. */
    String code();
}
