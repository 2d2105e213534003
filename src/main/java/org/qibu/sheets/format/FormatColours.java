package org.qibu.sheets.format;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The colours a number format can name: [White]0, [白色]0 or [Color 2]0. */
final class FormatColours {

    private static final Pattern NAMED = Pattern.compile("\\[(\\p{L}+) ?(\\d{0,2})\\]");
    private static final int BEFORE_THE_FIRST = 7;
    private static final Map<String, Colour> NAMES = Map.ofEntries(
            Map.entry("black", Colour.BLACK),
            Map.entry("黑色", Colour.BLACK),
            Map.entry("white", Colour.WHITE),
            Map.entry("白色", Colour.WHITE),
            Map.entry("red", Colour.value("FF0000")),
            Map.entry("红色", Colour.value("FF0000")),
            Map.entry("green", Colour.value("00FF00")),
            Map.entry("绿色", Colour.value("00FF00")),
            Map.entry("blue", Colour.value("0000FF")),
            Map.entry("蓝色", Colour.value("0000FF")),
            Map.entry("yellow", Colour.value("FFFF00")),
            Map.entry("黄色", Colour.value("FFFF00")),
            Map.entry("magenta", Colour.value("FF00FF")),
            Map.entry("cyan", Colour.value("00FFFF")));

    private FormatColours() {}

    /** The colour of a section of a format; empty where it names none. */
    static Optional<Colour> in(String section) {
        return NAMED.matcher(section)
                .results()
                .map(found -> found.group(2).isEmpty()
                        ? NAMES.get(found.group(1).toLowerCase(Locale.ROOT))
                        : Colour.ofPalette(Integer.parseInt(found.group(2)) + BEFORE_THE_FIRST))
                .filter(colour -> colour != null)
                .findFirst();
    }
}
