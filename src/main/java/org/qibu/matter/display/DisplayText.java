package org.qibu.matter.display;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.SpokenDates;
import org.qibu.matter.Matter;
import org.qibu.matter.Step;
import org.qibu.text.CodeLabels;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Formats dates, codes and other raw values for the language of the page; templates call it {@code @words}. */
@Component("words")
public class DisplayText {

    private final MessageSource texts;
    private final CodeLabels labels;

    DisplayText(MessageSource texts, CodeLabels labels) {
        this.texts = texts;
        this.labels = labels;
    }

    /** A day and the time of it in China, such as 2026年11月22日 15:30. */
    public String moment(Instant at, Locale language) {
        return at == null ? "" : SpokenDates.moment(at, language);
    }

    /** The day of a moment in China. */
    public String day(Instant at, Locale language) {
        return at == null ? "" : day(Calendars.dayOf(at), language);
    }

    /** A day, such as 2026年11月22日. */
    public String day(LocalDate day, Locale language) {
        return day == null ? "" : SpokenDates.day(day, language);
    }

    /** The label of a code, be it a text, one of ours or one of a matter; the code itself where it has none. */
    public String code(Object code, Locale language) {
        return code == null ? "" : labels.label(code.toString(), language);
    }

    /** A step without its number. */
    public String step(Step step, Locale language) {
        return labels.shortStep(step, language);
    }

    /** The same by the name of the step, such as S3. */
    public String step(String step, Locale language) {
        return labels.shortStep(Step.of(step), language);
    }

    /** The seven steps of a matter and what each is to it. */
    public List<Progress> progress(Matter matter) {
        return Progress.of(matter);
    }

    /** Yes or no. */
    public String flag(boolean flag, Locale language) {
        return texts.getMessage(flag ? "word.yes" : "word.no", null, language);
    }

    /** The name of a candidate group; its id where it has none. */
    public String group(String group, Locale language) {
        return texts.getMessage("group." + group, null, group, language);
    }

    /** What a page calls whoever filled a form without an account. */
    public String proposer(Locale language) {
        return texts.getMessage("act.proposer", null, language);
    }

    /** Who did something for a colleague who was away. */
    public String onBehalf(String actor, String absent, Locale language) {
        return texts.getMessage("staffmail.onbehalf", new Object[] {actor, absent}, language);
    }

    /** A text as it is, or as a date where it is one. */
    public String spoken(String text, Locale language) {
        return SpokenDates.spoken(text, language);
    }
}
