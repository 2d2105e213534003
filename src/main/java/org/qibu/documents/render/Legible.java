package org.qibu.documents.render;

import org.qibu.documents.PaperText;
import org.springframework.stereotype.Component;

/** Makes a text printable without losing any of it: what no font can show is shown as its code point. */
@Component
public class Legible {

    private static final int FIRST_BEYOND_ASCII = 0x80;

    private final Fonts fonts;

    public Legible(Fonts fonts) {
        this.fonts = fonts;
    }

    /** The text with code points such as 〔U+2A700〕 in place of signs that have no shape. */
    String text(String text) {
        var legible = new StringBuilder(text.length());
        xml(text).codePoints().forEach(sign -> {
            if (sign < FIRST_BEYOND_ASCII || fonts.canPrint(sign)) {
                legible.appendCodePoint(sign);
            } else {
                legible.append(codePoint(sign));
            }
        });
        return legible.toString();
    }

    /** The text with what XML does not take, or what only disturbs the reading order, taken out or named. */
    public static String xml(String text) {
        var legible = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            if (isHalfASign(sign)) {
                legible.append(codePoint(sign));
            } else if (sign == '\n' || sign == '\t' || !isInvisible(sign)) {
                legible.appendCodePoint(sign);
            }
        });
        return legible.toString();
    }

    /** The paper with every text fit for XML and the database. */
    public static PaperText xml(PaperText paper) {
        return paper.map(Legible::xml);
    }

    private static boolean isHalfASign(int sign) {
        return sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE || (sign & 0xFFFE) == 0xFFFE;
    }

    private static boolean isInvisible(int sign) {
        var type = Character.getType(sign);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || sign >= 0xFE00 && sign <= 0xFE0F
                || sign >= 0xE0100 && sign <= 0xE01EF;
    }

    private static String codePoint(int sign) {
        return "〔U+%04X〕".formatted(sign);
    }
}
