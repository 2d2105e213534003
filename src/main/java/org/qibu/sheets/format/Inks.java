package org.qibu.sheets.format;

import java.util.HashSet;
import java.util.Set;
import org.xml.sax.Attributes;

/** Collects what the pieces of one text are written with, where some of it is written otherwise than the cell says. */
public class Inks {

    private final Set<Ink> found = new HashSet<>();
    private Ink current = Ink.OF_CELL;
    private boolean inFont;

    public void clear() {
        found.clear();
        current = Ink.OF_CELL;
        inFont = false;
    }

    public void start(String name, Attributes attributes) {
        switch (name) {
            case "r" -> current = Ink.OF_CELL;
            case "rPr" -> {
                current = Ink.PLAIN;
                inFont = true;
            }
            default -> current = inFont ? current.with(name, attributes) : current;
        }
    }

    /** Takes signs of the text. */
    public void take(char[] signs, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (!Character.isWhitespace(signs[i])) {
                found.add(current);
                return;
            }
        }
    }

    public void end(String name) {
        if ("rPr".equals(name)) {
            inFont = false;
        }
        if ("r".equals(name)) {
            current = Ink.OF_CELL;
        }
    }

    /** Those of the whole text. */
    public Set<Ink> all() {
        return found.isEmpty() || found.equals(Ink.ALL_OF_CELL) ? Ink.ALL_OF_CELL : Set.copyOf(found);
    }
}
