package org.qibu.documents.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qibu.documents.PaperBlock;
import org.qibu.documents.PaperBlock.Kind;
import org.qibu.documents.PaperText;
import org.qibu.documents.Voice;
import org.qibu.matter.form.FormTexts;

/** Puts a paper together piece by piece and numbers its levels: 一、（一） 1. */
public final class PaperDraft {

    private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    private final String title;
    private final List<PaperBlock> blocks = new ArrayList<>();
    private int headings;
    private int subheadings;
    private int items;

    public PaperDraft(String title) {
        this.title = title;
    }

    /** To whom it is written, with the colon of a letter. */
    public PaperDraft to(String addressee) {
        blocks.add(PaperBlock.of(Kind.ADDRESSEE, addressee + "："));
        return this;
    }

    public PaperDraft heading(String text) {
        headings++;
        subheadings = 0;
        items = 0;
        blocks.add(PaperBlock.of(Kind.HEADING, chinese(headings) + "、" + text));
        return this;
    }

    public PaperDraft subheading(String text) {
        subheadings++;
        items = 0;
        blocks.add(PaperBlock.of(Kind.SUBHEADING, "（" + chinese(subheadings) + "）" + text));
        return this;
    }

    /** A paragraph for every line of the text. */
    public PaperDraft text(String text) {
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> blocks.add(PaperBlock.of(Kind.TEXT, line)));
        return this;
    }

    /** What was filled in under a label; nothing where nothing was. */
    PaperDraft fact(String label, String value) {
        return value.isBlank() ? this : text(label + "：" + value);
    }

    /** A numbered paragraph. */
    public PaperDraft item(String text) {
        items++;
        return text(items + ". " + text.strip());
    }

    /** A numbered paragraph that ends as a sentence does. */
    PaperDraft said(String text) {
        var sentence = text.strip();
        return item(sentence.matches("(?s).*[。！？!?…；.”]") ? sentence : sentence + "。");
    }

    /** A section that is there only when there is something to say in it. */
    PaperDraft section(String heading, Optional<String> text) {
        text.filter(said -> !said.isBlank()).ifPresent(said -> heading(heading).text(said));
        return this;
    }

    /** What was entered in fields added to the form a paper is made of, as a section of its own. */
    PaperDraft further(List<FormTexts.Line> lines, Voice voice) {
        if (!lines.isEmpty()) {
            heading("其他记录");
            lines.forEach(line -> fact(line.label(), voice.text(line.value())));
        }
        return this;
    }

    public PaperDraft table(List<String> heads, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(heads);
        all.addAll(rows);
        blocks.add(new PaperBlock(Kind.TABLE, "", all));
        return this;
    }

    public PaperText signed(String number, String sender, String date) {
        return new PaperText(title, number, List.copyOf(blocks), sender, date);
    }

    private static String chinese(int number) {
        var tens = number < 10 ? "" : (number < 20 ? "" : DIGITS[number / 10]) + "十";
        return tens + DIGITS[number % 10];
    }
}
