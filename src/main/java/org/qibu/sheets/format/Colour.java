package org.qibu.sheets.format;

import java.util.regex.Pattern;
import org.qibu.sheets.xml.PartXml;
import org.xml.sax.Attributes;

/**
 * A colour as a file names it: by its own value, by its number in the palette or in the theme of the file, a bit lighter or
 * darker.
 *
 * @param rgb six hexadecimal digits, empty where it is named otherwise
 * @param indexed its number in the palette, -1 where it is named otherwise
 * @param theme its number in the theme, -1 where it is named otherwise
 * @param tint from -1, black, to 1, white
 */
record Colour(String rgb, int indexed, int theme, double tint) {

    /** What a program takes where a file names none. */
    static final Colour AUTOMATIC = new Colour("", -1, -1, 0);

    static final Colour BLACK = value("000000");

    static final Colour WHITE = value("FFFFFF");

    private static final Pattern RGB = Pattern.compile("(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})");
    private static final Pattern TINT = Pattern.compile("-?(?:\\d(?:\\.\\d{1,30})?|\\.\\d{1,30})(?:[eE]-?\\d{1,2})?");

    static Colour value(String rgb) {
        return new Colour(rgb, -1, -1, 0);
    }

    static Colour ofPalette(int number) {
        return new Colour("", number, -1, 0);
    }

    static Colour of(Attributes attributes) {
        var rgb = RGB.matcher(PartXml.value(attributes, "rgb"));
        var tint = PartXml.value(attributes, "tint");
        return new Colour(
                rgb.matches() ? rgb.group(1) : "",
                PartXml.number(attributes, "indexed").orElse(-1),
                PartXml.number(attributes, "theme").orElse(-1),
                TINT.matcher(tint).matches() ? Math.max(-1, Math.min(1, Double.parseDouble(tint))) : 0);
    }
}
