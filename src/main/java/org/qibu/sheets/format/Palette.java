package org.qibu.sheets.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.qibu.sheets.xml.PartXml;
import org.xml.sax.Attributes;

/** What the colours a file names look like: those of its theme, and the numbered ones every spreadsheet knows (18.8.27). */
public class Palette extends PartXml {

    private static final Set<String> NAMESPACES = Set.of(
            "http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main");

    /** In the order in which cells number the colours of a theme. */
    private static final List<String> OF_THEME = List.of(
            "lt1",
            "dk1",
            "lt2",
            "dk2",
            "accent1",
            "accent2",
            "accent3",
            "accent4",
            "accent5",
            "accent6",
            "hlink",
            "folHlink");

    private static final List<String> BASIC =
            List.of("000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF".split(" "));
    private static final List<String> INDEXED = numbered();

    /** The ink of the screen, and its paper. */
    private static final int SCREEN_INK = 64;

    private static final int SCREEN_PAPER = 65;
    private static final Pattern RGB = Pattern.compile("[0-9A-Fa-f]{6}");
    private static final int HEXADECIMAL = 16;
    private static final int LIGHTEST = 255;

    /** Two colours whose red, green and blue differ by no more are one to the eye. */
    private static final int NEAR = 10;

    private final Map<String, String> theme = new HashMap<>(Map.of("lt1", "FFFFFF", "dk1", "000000"));
    private List<String> own = List.of();
    private String named = "";

    @Override
    public Set<String> namespaces() {
        return NAMESPACES;
    }

    @Override
    public void start(String name, Attributes attributes) {
        if (OF_THEME.contains(name)) {
            named = name;
        }
        var rgb = value(attributes, "sysClr".equals(name) ? "lastClr" : "val");
        if (!named.isEmpty()
                && Set.of("sysClr", "srgbClr").contains(name)
                && RGB.matcher(rgb).matches()) {
            theme.put(named, rgb);
        }
    }

    @Override
    public void end(String name) {
        named = name.equals(named) ? "" : named;
    }

    /** Takes the numbered colours a file has instead of those everybody knows. */
    void replace(List<String> colours) {
        own = List.copyOf(colours);
    }

    /** Whether ink of the one colour on paper of the other shows nothing; false where one of them is not known. */
    boolean isSame(Colour ink, Colour paper) {
        var one = rgb(ink.equals(Colour.AUTOMATIC) ? Colour.BLACK : ink);
        var other = rgb(paper);
        return one.isPresent() && other.isPresent() && isNear(one.get(), other.get());
    }

    private static boolean isNear(int[] one, int[] other) {
        for (int i = 0; i < one.length; i++) {
            if (Math.abs(one[i] - other[i]) > NEAR) {
                return false;
            }
        }
        return true;
    }

    /** Red, green and blue. */
    private Optional<int[]> rgb(Colour colour) {
        return plain(colour)
                .map(rgb -> new int[] {
                    tinted(rgb, 0, colour.tint()), tinted(rgb, 2, colour.tint()), tinted(rgb, 4, colour.tint())
                });
    }

    private Optional<String> plain(Colour colour) {
        if (!colour.rgb().isEmpty()) {
            return Optional.of(colour.rgb());
        }
        if (colour.theme() >= 0) {
            return Optional.of(colour.theme())
                    .filter(number -> number < OF_THEME.size())
                    .map(number -> theme.get(OF_THEME.get(number)));
        }
        return switch (colour.indexed()) {
            case SCREEN_INK -> Optional.of("000000");
            case SCREEN_PAPER -> Optional.of("FFFFFF");
            default -> {
                var all = own.isEmpty() ? INDEXED : own;
                yield colour.indexed() >= 0 && colour.indexed() < all.size()
                        ? Optional.of(all.get(colour.indexed()))
                        : Optional.empty();
            }
        };
    }

    private static int tinted(String rgb, int from, double tint) {
        var part = Integer.parseInt(rgb.substring(from, from + 2), HEXADECIMAL);
        return (int) Math.round(tint < 0 ? part * (1 + tint) : part + (LIGHTEST - part) * tint);
    }

    private static List<String> numbered() {
        var all = new ArrayList<>(BASIC);
        all.addAll(BASIC);
        all.addAll(Arrays.asList(
                ("800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC"
                                + " CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF"
                                + " FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300"
                                + " 333300 993300 993366 333399 333333")
                        .split(" ")));
        return List.copyOf(all);
    }
}
