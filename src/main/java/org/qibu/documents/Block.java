package org.qibu.documents;

import java.util.List;

/**
 * One piece of a paper.
 *
 * @param rows the rows of a table, the first one its head; empty for all other kinds
 */
record Block(Kind kind, String text, List<List<String>> rows) {

    /** What a piece is, which decides how it looks. */
    enum Kind {
        ADDRESSEE("主送"),
        HEADING("一级标题"),
        SUBHEADING("二级标题"),
        TEXT("正文"),
        TABLE("表格文字");

        private final String style;

        Kind(String style) {
            this.style = style;
        }

        /** The name of its style in the Word template. */
        String style() {
            return style;
        }
    }

    static Block of(Kind kind, String text) {
        return new Block(kind, text, List.of());
    }
}
