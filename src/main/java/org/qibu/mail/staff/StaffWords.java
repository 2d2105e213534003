package org.qibu.mail.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibu.mail.MailKind;
import org.qibu.mail.StaffNote;
import org.qibu.mail.texts.MailTemplates;
import org.qibu.text.ChinaTime;
import org.springframework.stereotype.Component;

/** Puts the values of a note into words a mail can show; values nobody listed stay out. */
@Component
public class StaffWords {

    private static final List<String> AS_THEY_ARE =
            List.of("taskName", "step", "holder", "title", "expected", "communityName");

    private final MailTemplates templates;

    public StaffWords(MailTemplates templates) {
        this.templates = templates;
    }

    public Map<String, Object> of(StaffNote note, Locale language) {
        var words = new LinkedHashMap<String, Object>();
        AS_THEY_ARE.stream()
                .filter(note.values()::containsKey)
                .forEach(name -> words.put(name, inLanguage(note, name, language)));
        if (note.values().get("due") instanceof Instant due) {
            words.put("due", moment(due, "pattern.moment", language));
            words.put("dueDay", moment(due, "pattern.day", language));
        }
        if (note.values().get("standInFor") instanceof String absent) {
            words.put("standInFor", absent);
            words.put("onBehalf", templates.word("onBehalf", language, absent));
        }
        if (note.kind().isOverdue()) {
            words.put("level", level(note.kind(), language));
        }
        if (note.values().get("workingDaysLate") instanceof Number late) {
            words.put("late", late(late.intValue(), language));
        }
        return words;
    }

    private static String inLanguage(StaffNote note, String name, Locale language) {
        var usual = note.values().get(name);
        return Locale.CHINESE.getLanguage().equals(language.getLanguage())
                ? usual.toString()
                : note.values().getOrDefault(name + StaffNote.ENGLISH, usual).toString();
    }

    /** What a rung, or the reminder before it, is called. */
    public String level(MailKind kind, Locale language) {
        return templates.word("level." + kind, language);
    }

    /** How late the latest of several tasks is. */
    public String longest(int workingDays, Locale language) {
        return templates.word("list.longest", language, late(workingDays, language));
    }

    private String late(int workingDays, Locale language) {
        return workingDays <= 0
                ? templates.word("late.today", language)
                : templates.word("late.days", language, workingDays);
    }

    /** A short text of the mail room. */
    public String said(String key, Locale language, Object... arguments) {
        return templates.word(key, language, arguments);
    }

    /** A day as it is said in passing. */
    public String day(LocalDate day, Locale language) {
        return moment(day.atStartOfDay(ChinaTime.ZONE).toInstant(), "pattern.day", language);
    }

    private String moment(Instant moment, String pattern, Locale language) {
        return DateTimeFormatter.ofPattern(templates.word(pattern, language), language)
                .format(moment.atZone(ChinaTime.ZONE));
    }
}
