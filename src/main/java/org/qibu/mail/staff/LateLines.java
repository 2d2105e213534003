package org.qibu.mail.staff;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.qibu.mail.MailKind;
import org.qibu.mail.StaffNote;
import org.qibu.mail.texts.MailBlock.Item;
import org.qibu.mail.texts.MailTemplates;
import org.springframework.stereotype.Component;

/** The lines of a mail that lists late work. */
@Component
public class LateLines {

    private static final int MOST_SIGNS = 300;

    private final MailTemplates templates;
    private final StaffWords words;
    private final TaskLine line;

    public LateLines(MailTemplates templates, StaffWords words, TaskLine line) {
        this.templates = templates;
        this.words = words;
        this.line = line;
    }

    /** One line a task: its rung, what it is, how late, which matter, who holds it. */
    List<Item> of(List<StaffNote> notes, String token, Locale language) {
        return notes.stream().map(note -> line(note, token, language)).toList();
    }

    private Item line(StaffNote note, String token, Locale language) {
        var said = words.of(note, language);
        var level = templates.word("list.level", language, words.level(note.kind(), language));
        var holder = Stream.ofNullable(said.get("holder")).toList();
        return line.of(note, said, level, holder, MOST_SIGNS, token, language);
    }

    /** What is expected of the reader at a rung; empty where the note does not say. */
    String expected(StaffNote note, Locale language) {
        var expected = words.of(note, language).get("expected");
        return expected == null
                ? ""
                : templates.word("list.level", language, words.level(note.kind(), language)) + expected;
    }

    /** How late the latest of them is, or that none is. */
    String longest(List<StaffNote> notes, Locale language) {
        return notes.stream()
                .filter(note -> note.kind() != MailKind.REMIND_DUE)
                .filter(note -> note.values().get("workingDaysLate") instanceof Number)
                .max(Comparator.comparingInt(note -> ((Number) note.values().get("workingDaysLate")).intValue()))
                .map(note -> words.longest(((Number) note.values().get("workingDaysLate")).intValue(), language))
                .orElseGet(() -> templates.word("list.inTime", language));
    }
}
