package org.qibu.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The shapes a PDF really shows, sign by sign. */
public final class Glyphs extends PDFTextStripper {

    private final List<Glyph> glyphs = new ArrayList<>();

    private Glyphs() {}

    /**
     * One sign: what it stands for, whether its font is in the file, whether that font has no shape for it, and where it
     * ends in points from the left edge.
     */
    public record Glyph(String sign, boolean embedded, boolean missing, double right) {}

    public static List<Glyph> of(PDDocument pdf) throws IOException {
        var reader = new Glyphs();
        reader.getText(pdf);
        return reader.glyphs;
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        super.processTextPosition(text);
        var font = text.getFont();
        for (var code : text.getCharacterCodes()) {
            try {
                var missing = font instanceof PDType0Font composed ? composed.codeToGID(code) == 0 : code == 0;
                glyphs.add(new Glyph(text.getUnicode(), font.isEmbedded(), missing, text.getEndX()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
