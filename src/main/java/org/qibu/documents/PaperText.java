package org.qibu.documents;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A paper in words, the one source of its Word and PDF files.
 *
 * @param number such as TX-HB 议纪〔2026〕17-1号
 * @param sender who signs it; empty together with the date where nobody does
 * @param date in Arabic numerals, 2026年11月22日
 */
public record PaperText(String title, String number, List<PaperBlock> blocks, String sender, String date) {

    /** As many signs as a line of the title takes. */
    private static final int TITLE_SIGNS = 20;

    /** The title in lines: one that is too long for a line breaks before what the paper is, not within a word. */
    public List<String> titleLines() {
        var name = title.lastIndexOf("”的") + 2;
        return width(title) <= TITLE_SIGNS || name < 2 || title.length() - name < 2
                ? List.of(title)
                : List.of(title.substring(0, name), title.substring(name));
    }

    public boolean hasSignature() {
        return !sender.isEmpty();
    }

    /** All pieces before the closing ones. */
    public List<PaperBlock> body() {
        return blocks.subList(0, blocks.size() - closing().size());
    }

    /** The last paragraph and its heading, which share a page with the signature; nothing where a table ends the paper. */
    public List<PaperBlock> closing() {
        var end = blocks.size();
        if (!hasSignature() || end == 0 || blocks.get(end - 1).kind() != PaperBlock.Kind.TEXT) {
            return List.of();
        }
        var hasHeading = end > 1 && blocks.get(end - 2).kind() == PaperBlock.Kind.HEADING;
        return blocks.subList(end - (hasHeading ? 2 : 1), end);
    }

    /** The paper with every text changed but its date. */
    public PaperText map(UnaryOperator<String> change) {
        return new PaperText(
                change.apply(title),
                change.apply(number),
                blocks.stream()
                        .map(paperBlock -> new PaperBlock(
                                paperBlock.kind(),
                                change.apply(paperBlock.text()),
                                paperBlock.rows().stream()
                                        .map(row -> row.stream().map(change).toList())
                                        .toList()))
                        .toList(),
                change.apply(sender),
                date);
    }

    private static int width(String text) {
        return text.codePoints().map(sign -> sign < 0x80 ? 1 : 2).sum() / 2;
    }
}
