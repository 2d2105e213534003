package org.qibu.sheets.format;

import java.util.Set;
import org.qibu.sheets.xml.PartXml;
import org.xml.sax.Attributes;

/**
 * What the signs of a cell, or some of them, are written with.
 *
 * @param colour null where it is that of the cell
 * @param tiny whether they are too small to be seen
 */
public record Ink(Colour colour, boolean tiny) {

    /** As the cell says. */
    static final Ink OF_CELL = new Ink(null, false);

    public static final Set<Ink> ALL_OF_CELL = Set.of(OF_CELL);

    /** What a font is that says nothing of itself. */
    static final Ink PLAIN = new Ink(Colour.AUTOMATIC, false);

    /** In points; smaller signs are dots. */
    private static final double SMALLEST = 4;

    /** This, with what an element of a font says. */
    Ink with(String element, Attributes attributes) {
        return switch (element) {
            case "color" -> new Ink(Colour.of(attributes), tiny);
            case "sz" ->
                new Ink(
                        colour,
                        PartXml.measure(attributes, "val")
                                .filter(size -> size < SMALLEST)
                                .isPresent());
            default -> this;
        };
    }
}
