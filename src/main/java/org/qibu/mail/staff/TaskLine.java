package org.qibu.mail.staff;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibu.mail.MailLinks;
import org.qibu.mail.PlainText;
import org.qibu.mail.StaffNote;
import org.qibu.mail.texts.MailBlock.Item;
import org.qibu.mail.texts.MailTemplates;
import org.springframework.stereotype.Component;

/** One line about one task, in a mail that tells of several: what it is, how late, which matter, when it is due. */
@Component
public class TaskLine {

    private final MailTemplates templates;
    private final MailLinks links;

    public TaskLine(MailTemplates templates, MailLinks links) {
        this.templates = templates;
        this.links = links;
    }

    /**
     * @param said the note in words
     * @param before what stands in front of the task's name
     * @param more further facts; those that are null are left out
     * @param most how many signs the line may have
     */
    Item of(
            StaffNote note,
            Map<String, Object> said,
            String before,
            List<?> more,
            int most,
            String token,
            Locale language) {
        var text = before
                + said.getOrDefault("taskName", "")
                + late(said, language)
                + (said.containsKey("title") ? " · " + said.get("title") : "")
                + facts(note, said, more, language)
                + said.getOrDefault("onBehalf", "");
        var link = Optional.ofNullable(note.taskId())
                .flatMap(task -> links.own(StaffLinks.toTask(task, token)))
                .orElse(null);
        return new Item(PlainText.line(text, most), link);
    }

    private static String late(Map<String, Object> said, Locale language) {
        var space = Locale.CHINESE.getLanguage().equals(language.getLanguage()) ? "" : " ";
        return said.containsKey("late") ? space + said.get("late") : "";
    }

    private String facts(StaffNote note, Map<String, Object> said, List<?> more, Locale language) {
        var due = said.containsKey("dueDay") ? templates.word("digest.due", language, said.get("dueDay")) : null;
        var facts = Stream.concat(Stream.of(note.matterNo(), due), more.stream())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
        return facts.isEmpty()
                ? ""
                : templates.word(
                        "digest.facts", language, String.join(templates.word("digest.comma", language), facts));
    }
}
