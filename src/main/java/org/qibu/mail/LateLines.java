package org.qibu.mail;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.qibu.mail.Block.Item;
import org.qibu.mail.StaffMails.Meant;
import org.springframework.stereotype.Component;

/** The lines of a mail that lists late work. */
@Component
class LateLines {

    private final MailTemplates templates;
    private final StaffWords words;
    private final MailLinks links;

    LateLines(MailTemplates templates, StaffWords words, MailLinks links) {
        this.templates = templates;
        this.words = words;
        this.links = links;
    }

    /** One line a task: its rung, what it is, how late, which matter, who holds it. */
    List<Item> of(List<Meant> notes, String token, Locale language) {
        return notes.stream().map(meant -> line(meant, token, language)).toList();
    }

    private Item line(Meant meant, String token, Locale language) {
        var note = meant.note();
        var said = words.of(note, language);
        meant.reader().absent().ifPresent(absent -> said.putAll(words.onBehalf(absent.name(), language)));
        var due = said.containsKey("dueDay") ? templates.word("digest.due", language, said.get("dueDay")) : null;
        var facts = Stream.of(note.matterNo(), due, said.get("holder"))
                .filter(each -> each != null)
                .map(Object::toString)
                .toList();
        var text = templates.word("list.level", language, level(note, language))
                + said.getOrDefault("taskName", "")
                + late(said, language)
                + (said.containsKey("title") ? " · " + said.get("title") : "")
                + (facts.isEmpty()
                        ? ""
                        : templates.word(
                                "digest.facts", language, String.join(templates.word("digest.comma", language), facts)))
                + said.getOrDefault("onBehalf", "");
        var link = note.taskId() == null
                ? null
                : links.own(StaffLinks.toTask(note.taskId(), token)).orElse(null);
        return new Item(PlainText.line(text, 300), link);
    }

    private static String late(Map<String, Object> said, Locale language) {
        var space = Locale.CHINESE.getLanguage().equals(language.getLanguage()) ? "" : " ";
        return said.containsKey("late") ? space + said.get("late") : "";
    }

    /** What is expected of the reader at a rung; empty where the note does not say. */
    String expected(StaffNote note, Locale language) {
        var expected = words.of(note, language).get("expected");
        return expected == null ? "" : templates.word("list.level", language, level(note, language)) + expected;
    }

    /** What a rung is called. */
    String level(StaffNote note, Locale language) {
        return templates.word("level." + note.kind(), language);
    }

    /** How late the latest of them is, or that none is. */
    String longest(List<Meant> notes, Locale language) {
        return notes.stream()
                .map(Meant::note)
                .filter(note -> note.kind() != MailKind.REMIND_DUE)
                .filter(note -> note.values().get("workingDaysLate") instanceof Number)
                .max(Comparator.comparingInt(note -> ((Number) note.values().get("workingDaysLate")).intValue()))
                .map(note -> words.longest(((Number) note.values().get("workingDaysLate")).intValue(), language))
                .orElseGet(() -> templates.word("list.inTime", language));
    }
}
