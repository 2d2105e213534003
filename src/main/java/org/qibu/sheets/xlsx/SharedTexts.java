package org.qibu.sheets.xlsx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.format.Ink;
import org.qibu.sheets.format.Inks;
import org.qibu.sheets.xml.EscapedText;
import org.qibu.sheets.xml.PartXml;
import org.xml.sax.Attributes;

/** The texts of a file that its cells refer to by number; how a text is pronounced is not part of it. */
class SharedTexts extends PartXml {

    /** Fifty thousand rows of twenty different texts. */
    private static final int MOST = 1_000_000;

    private final List<String> texts = new ArrayList<>();
    private final Map<Integer, Set<Ink>> inks = new HashMap<>();
    private final Inks current = new Inks();
    private final BitSet struck = new BitSet();
    private final StringBuilder text = new StringBuilder();
    private boolean listening;
    private boolean pronunciation;

    /** The text of this number as the file refers to it; empty where there is none. */
    Optional<String> of(String number) {
        return number.matches("\\d{1,8}") && Integer.parseInt(number) < texts.size()
                ? Optional.of(texts.get(Integer.parseInt(number)))
                : Optional.empty();
    }

    /** Whether some of the text of this number is struck out. */
    boolean isStruck(String number) {
        return number.matches("\\d{1,8}") && struck.get(Integer.parseInt(number));
    }

    /** What the text of this number is written with. */
    Set<Ink> inks(String number) {
        return number.matches("\\d{1,8}")
                ? inks.getOrDefault(Integer.parseInt(number), Ink.ALL_OF_CELL)
                : Ink.ALL_OF_CELL;
    }

    @Override
    public void start(String name, Attributes attributes) {
        current.start(name, attributes);
        switch (name) {
            case "si" -> {
                text.setLength(0);
                current.clear();
            }
            case "rPh" -> pronunciation = true;
            case "strike" -> struck.set(texts.size(), struck.get(texts.size()) || isStrike(attributes));
            case "t" -> listening = !pronunciation;
            default -> {}
        }
    }

    @Override
    public void characters(char[] signs, int start, int length) {
        if (listening) {
            text.append(signs, start, length);
            current.take(signs, start, length);
        }
    }

    @Override
    public void end(String name) {
        current.end(name);
        switch (name) {
            case "t" -> listening = false;
            case "rPh" -> pronunciation = false;
            case "si" -> {
                if (texts.size() == MOST) {
                    throw new SheetRefused("表格里的内容太多，请分成几个文件。");
                }
                if (!current.all().equals(Ink.ALL_OF_CELL)) {
                    inks.put(texts.size(), current.all());
                }
                texts.add(EscapedText.read(text.toString()));
            }
            default -> {}
        }
    }
}
