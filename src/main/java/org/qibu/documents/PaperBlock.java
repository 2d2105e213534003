package org.qibu.documents;

import java.util.List;

/**
 * One piece of a paper.
 *
 * @param rows the rows of a table, the first one its head; empty for all other kinds
 */
public record PaperBlock(Kind kind, String text, List<List<String>> rows) {

    /** What a piece is, which decides how it looks. */
    public enum Kind {
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
        public String style() {
            return style;
        }
    }

    public static PaperBlock of(Kind kind, String text) {
        return new PaperBlock(kind, text, List.of());
    }
}
