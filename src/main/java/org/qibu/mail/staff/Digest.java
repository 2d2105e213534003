package org.qibu.mail.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibu.mail.MailKind;
import org.qibu.mail.StaffNote;
import org.qibu.mail.texts.MailBlock.Item;
import org.qibu.mail.texts.MailTemplates;
import org.springframework.stereotype.Component;

/** Puts the daily mail of one person together: what is due, what is new, what nobody took. */
@Component
public class Digest {

    /** So that the mail stays one page; the rest is in the task list. */
    static final int MOST_UNCLAIMED = 20;

    private static final int MOST_SIGNS = 200;

    private final MailTemplates templates;
    private final StaffWords words;
    private final TaskLine line;

    public Digest(MailTemplates templates, StaffWords words, TaskLine line) {
        this.templates = templates;
        this.words = words;
        this.line = line;
    }

    /** What one person's day brings. */
    record Day(List<StaffNote> reminders, List<StaffNote> news, List<StaffNote> unclaimed) {

        static Day of(List<StaffNote> noted, List<StaffNote> unclaimed) {
            var news =
                    noted.stream().filter(note -> note.kind() == MailKind.TASK).toList();
            var known = new HashSet<String>();
            noted.forEach(note -> known.add(note.taskId()));
            return new Day(
                    noted.stream().filter(note -> note.kind() != MailKind.TASK).toList(),
                    news,
                    unclaimed.stream()
                            .filter(note -> !known.contains(note.taskId()))
                            .toList());
        }

        boolean isEmpty() {
            return reminders.isEmpty() && news.isEmpty() && unclaimed.isEmpty();
        }
    }

    Map<String, Object> write(Day day, LocalDate date, String token, Locale language) {
        var model = new LinkedHashMap<String, Object>();
        model.put("dueDay", words.day(date, language));
        model.put("summary", summary(day, language));
        put(model, "reminderCount", "reminders", day.reminders(), token, language);
        put(model, "newCount", "newTasks", day.news(), token, language);
        put(model, "unclaimedCount", "unclaimed", day.unclaimed(), token, language);
        if (day.unclaimed().size() > MOST_UNCLAIMED) {
            model.put(
                    "more",
                    templates.word("digest.more", language, day.unclaimed().size() - MOST_UNCLAIMED));
        }
        return model;
    }

    private String summary(Day day, Locale language) {
        var parts = new ArrayList<String>();
        count(parts, "digest.reminders", day.reminders(), language);
        count(parts, "digest.news", day.news(), language);
        count(parts, "digest.unclaimed", day.unclaimed(), language);
        return String.join(templates.word("digest.comma", language), parts);
    }

    private void count(List<String> parts, String key, List<StaffNote> notes, Locale language) {
        if (!notes.isEmpty()) {
            parts.add(templates.word(key, language, notes.size()));
        }
    }

    private void put(
            Map<String, Object> model,
            String count,
            String name,
            List<StaffNote> notes,
            String token,
            Locale language) {
        if (!notes.isEmpty()) {
            model.put(count, notes.size());
            model.put(
                    name,
                    notes.stream()
                            .limit(name.equals("unclaimed") ? MOST_UNCLAIMED : Integer.MAX_VALUE)
                            .map(note -> item(note, token, language))
                            .toList());
        }
    }

    private Item item(StaffNote note, String token, Locale language) {
        return line.of(note, words.of(note, language), "", List.of(), MOST_SIGNS, token, language);
    }
}
