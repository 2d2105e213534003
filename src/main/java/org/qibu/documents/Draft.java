package org.qibu.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qibu.documents.Block.Kind;
import org.qibu.matter.FormTexts;

/** Puts a paper together piece by piece and numbers its levels: 一、（一） 1. */
final class Draft {

    private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    private final String title;
    private final List<Block> blocks = new ArrayList<>();
    private int headings;
    private int subheadings;
    private int items;

    Draft(String title) {
        this.title = title;
    }

    /** To whom it is written, with the colon of a letter. */
    Draft to(String addressee) {
        blocks.add(Block.of(Kind.ADDRESSEE, addressee + "："));
        return this;
    }

    Draft heading(String text) {
        headings++;
        subheadings = 0;
        items = 0;
        blocks.add(Block.of(Kind.HEADING, chinese(headings) + "、" + text));
        return this;
    }

    Draft subheading(String text) {
        subheadings++;
        items = 0;
        blocks.add(Block.of(Kind.SUBHEADING, "（" + chinese(subheadings) + "）" + text));
        return this;
    }

    /** A paragraph for every line of the text. */
    Draft text(String text) {
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> blocks.add(Block.of(Kind.TEXT, line)));
        return this;
    }

    /** What was filled in under a label; nothing where nothing was. */
    Draft fact(String label, String value) {
        return value.isBlank() ? this : text(label + "：" + value);
    }

    /** A numbered paragraph. */
    Draft item(String text) {
        items++;
        return text(items + ". " + text.strip());
    }

    /** A numbered paragraph that ends as a sentence does. */
    Draft said(String text) {
        var sentence = text.strip();
        return item(sentence.matches("(?s).*[。！？!?…；.”]") ? sentence : sentence + "。");
    }

    /** A section that is there only when there is something to say in it. */
    Draft section(String heading, Optional<String> text) {
        text.filter(said -> !said.isBlank()).ifPresent(said -> heading(heading).text(said));
        return this;
    }

    /** What was entered in fields added to the form a paper is made of, as a section of its own. */
    Draft further(List<FormTexts.Line> lines, Voice voice) {
        if (!lines.isEmpty()) {
            heading("其他记录");
            lines.forEach(line -> fact(line.label(), voice.text(line.value())));
        }
        return this;
    }

    Draft table(List<String> heads, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(heads);
        all.addAll(rows);
        blocks.add(new Block(Kind.TABLE, "", all));
        return this;
    }

    PaperText signed(String number, String sender, String date) {
        return new PaperText(title, number, List.copyOf(blocks), sender, date);
    }

    private static String chinese(int number) {
        var tens = number < 10 ? "" : (number < 20 ? "" : DIGITS[number / 10]) + "十";
        return tens + DIGITS[number % 10];
    }
}
