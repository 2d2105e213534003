package org.qibu.sheets.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qibu.sheets.xml.PartXml;
import org.xml.sax.Attributes;

/**
 * What the styles of a file make of ink and paper, so that what is written in the colour of its paper is not read: directly,
 * through a named style, or through a conditional format. Where a colour is not known for certain, it counts as seen.
 */
public class Looks extends PartXml {

    private final Palette palette;
    private final List<Ink> fonts = new ArrayList<>();
    private final List<Optional<Colour>> papers = new ArrayList<>();
    private final List<Style> named = new ArrayList<>();
    private final List<Style> ofCells = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<String> numbered = new ArrayList<>();
    private String section = "";
    private Ink ink = Ink.PLAIN;
    private boolean inFont;
    private String pattern = "";
    private Colour front;
    private Colour back;
    private Change change;

    /** The style of a cell, or a named one it is made after; null where it says nothing. */
    private record Style(Integer font, Integer fill, int name, boolean ownFont, boolean ownFill) {}

    /**
     * What a conditional format changes.
     *
     * @param ink null where it changes none
     * @param paper null where it changes none
     * @param format the code of another number format, empty where it changes none
     */
    private record Change(Colour ink, Optional<Colour> paper, String format) {}

    public Looks(Palette palette) {
        this.palette = palette;
    }

    /** Whether a cell of this style shows nothing of some signs written with these inks. */
    public boolean isUnseen(String style, Set<Ink> inks) {
        return isUnseen(style, inks, new Change(null, null, ""));
    }

    /** Whether it shows nothing of them, or not what is stored, once the conditional format of this number applies. */
    public boolean mayBeUnseen(String style, Set<Ink> inks, int number, boolean isText) {
        if (number < 0 || number >= changes.size()) {
            return false;
        }
        var applied = changes.get(number);
        var format = new Styles.Format(0, applied.format());
        var isOther = isText
                ? format.textSection().filter(shown -> !"@".equals(shown)).isPresent()
                : !format.isGeneral() && !format.isText();
        return isOther || (applied.ink() != null || applied.paper() != null) && isUnseen(style, inks, applied);
    }

    private boolean isUnseen(String style, Set<Ink> inks, Change applied) {
        var index = style != null && style.matches("\\d{1,6}") ? Integer.parseInt(style) : 0;
        var own = index < ofCells.size() ? ofCells.get(index) : new Style(0, 0, 0, true, true);
        var name = own.name() < named.size() ? named.get(own.name()) : own;
        var font = own.font() == null ? name.font() : own.font();
        var fill = own.fill() == null ? name.fill() : own.fill();
        return isUnseen(font, fill, inks, applied)
                || isUnseen(own.ownFont() ? font : name.font(), own.ownFill() ? fill : name.fill(), inks, applied);
    }

    private boolean isUnseen(Integer font, Integer fill, Set<Ink> inks, Change applied) {
        var ofCell = font == null || font >= fonts.size() ? Ink.PLAIN : fonts.get(font);
        var paper = applied.paper() != null
                ? applied.paper()
                : fill == null || fill >= papers.size() ? Optional.of(Colour.WHITE) : papers.get(fill);
        return inks.stream()
                .map(each -> each.equals(Ink.OF_CELL) ? ofCell : each)
                .anyMatch(each -> each.tiny()
                        || paper.filter(ground -> palette.isSame(colour(each, applied, ofCell), ground))
                                .isPresent());
    }

    private static Colour colour(Ink ink, Change applied, Ink ofCell) {
        if (applied.ink() != null) {
            return applied.ink();
        }
        return ink.colour() == null ? ofCell.colour() : ink.colour();
    }

    @Override
    public void start(String name, Attributes attributes) {
        switch (name) {
            case "fonts", "fills", "cellStyleXfs", "cellXfs", "dxfs", "indexedColors" -> section = name;
            case "dxf" -> change = new Change(null, null, "");
            case "font" -> {
                inFont = Set.of("fonts", "dxfs").contains(section);
                ink = "dxfs".equals(section) ? Ink.OF_CELL : Ink.PLAIN;
            }
            case "fill" -> {
                pattern = "";
                front = null;
                back = null;
            }
            case "patternFill" -> pattern = value(attributes, "patternType");
            case "gradientFill" -> pattern = name;
            case "fgColor" -> front = Colour.of(attributes);
            case "bgColor" -> back = Colour.of(attributes);
            case "numFmt" -> {
                if ("dxfs".equals(section)) {
                    change = new Change(change.ink(), change.paper(), value(attributes, "formatCode"));
                }
            }
            case "rgbColor" -> numbered.add(Colour.of(attributes).rgb());
            case "xf" -> xf(attributes);
            default -> ink = inFont ? ink.with(name, attributes) : ink;
        }
    }

    private void xf(Attributes attributes) {
        var style = new Style(
                number(attributes, "fontId").orElse(null),
                number(attributes, "fillId").orElse(null),
                number(attributes, "xfId").orElse(0),
                isTrue(attributes, "applyFont"),
                isTrue(attributes, "applyFill"));
        if ("cellXfs".equals(section)) {
            ofCells.add(style);
        } else if ("cellStyleXfs".equals(section)) {
            named.add(style);
        }
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "fonts", "fills", "cellStyleXfs", "cellXfs" -> section = "";
            case "dxfs" -> section = "";
            case "indexedColors" -> {
                section = "";
                palette.replace(numbered);
            }
            case "font" -> endFont();
            case "fill" -> endFill();
            case "dxf" -> changes.add(change);
            default -> {}
        }
    }

    private void endFont() {
        if ("fonts".equals(section)) {
            fonts.add(ink);
        } else if ("dxfs".equals(section)) {
            change = new Change(ink.colour(), change.paper(), change.format());
        }
        inFont = false;
    }

    private void endFill() {
        if ("fills".equals(section)) {
            papers.add(paper(front));
        } else if ("dxfs".equals(section)) {
            pattern = pattern.isEmpty() ? "solid" : pattern;
            change = new Change(change.ink(), paper(back == null ? front : back), change.format());
        }
    }

    /** The colour of the paper; empty where a pattern shows more than one, or none is named. */
    private Optional<Colour> paper(Colour solid) {
        return switch (pattern) {
            case "", "none" -> Optional.of(Colour.WHITE);
            case "solid" -> Optional.ofNullable(solid).filter(colour -> !colour.equals(Colour.AUTOMATIC));
            default -> Optional.empty();
        };
    }
}
