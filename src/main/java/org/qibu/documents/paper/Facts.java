package org.qibu.documents.paper;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.qibu.calendar.Calendars;
import org.qibu.community.Community;
import org.qibu.documents.PaperText;
import org.qibu.matter.Matter;
import org.qibu.matter.Parties.Participant;
import org.qibu.matter.form.FormTexts;
import org.qibu.matter.form.Records.Record;

/**
 * What a paper is made of: the matter, its forms and its participants at one moment.
 *
 * @param no counts the papers of the kind
 * @param records the submitted forms, oldest first
 * @param labels says a form in words
 * @param added says the fields a process administrator added to a form
 */
public record Facts(
        Matter matter,
        Community community,
        int no,
        Instant now,
        List<Record> records,
        List<Participant> participants,
        Function<Record, List<FormTexts.Line>> labels,
        Function<Record, List<FormTexts.Line>> added) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINESE);

    /** The latest submission of a form. */
    Optional<Record> latest(String form) {
        return all(form).stream().reduce((first, second) -> second);
    }

    /** All submissions of a form. */
    List<Record> all(String form) {
        return records.stream().filter(record -> record.form().equals(form)).toList();
    }

    /** The latest entry of a field of a form; empty text where there is none. */
    String text(String form, String field) {
        return latest(form).map(record -> record.values().text(field)).orElse("");
    }

    /** What was chosen in the latest submission of a form, in the words of the form; by field. */
    Map<String, String> words(String form) {
        var words = new HashMap<String, String>();
        latest(form).ifPresent(record -> labels.apply(record).forEach(line -> words.put(line.key(), line.value())));
        return words;
    }

    /** What was entered in fields added to a form, by its latest submission. */
    List<FormTexts.Line> added(String form) {
        return latest(form).map(added).orElse(List.of());
    }

    /** The residents' committee that signs. */
    String sender() {
        return community.name() + "居民委员会";
    }

    /** The document number, such as TX-HB 议纪〔2026〕17-1号. */
    String number(String word) {
        var parts = matter.matterNo().split("-");
        var sequence = Integer.parseInt(parts[parts.length - 1]);
        return "%s %s〔%s〕%d-%d号".formatted(matter.communityCode(), word, parts[parts.length - 2], sequence, no);
    }

    String today() {
        return day(now);
    }

    static String day(Instant moment) {
        return moment.atZone(Calendars.CHINA).format(DAY);
    }

    static String moment(Instant moment) {
        return moment.atZone(Calendars.CHINA).format(MOMENT);
    }

    PaperText sign(PaperDraft paperDraft, String word) {
        return paperDraft.signed(number(word), sender(), today());
    }
}
