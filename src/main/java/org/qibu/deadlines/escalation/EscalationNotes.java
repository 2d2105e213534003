package org.qibu.deadlines.escalation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.WorkingCalendar;
import org.qibu.calendar.period.PeriodLength;
import org.qibu.deadlines.ladder.Rung;
import org.qibu.deadlines.time.LateTask;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.mail.StaffNote;
import org.qibu.matter.Matter;
import org.qibu.text.CodeLabels;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes what the people on a rung are told: what is late, since when, with whom, and what is expected of them. */
@Component
class EscalationNotes {

    private final MessageSource texts;
    private final CodeLabels labels;

    EscalationNotes(MessageSource texts, CodeLabels labels) {
        this.texts = texts;
        this.labels = labels;
    }

    /**
     * What people are told of a task that climbed: first those it addresses, then those who only learn of it.
     *
     * @param title of the matter without names; null where there is none
     * @param firm the firm to be summoned; empty where it is none
     */
    List<StaffNote> of(
            Escalation climb,
            Optional<Matter> matter,
            @Nullable String title,
            Optional<String> firm,
            SweepContext sweepContext) {
        var task = climb.task();
        var to = sweepContext.people().of(climb.climbedTo().to(), task);
        var copied = sweepContext.people().of(climb.climbedTo().copy(), task);
        copied.removeAll(to);
        var values = values(task, matter, title, sweepContext);
        return Stream.concat(
                        to.stream()
                                .map(account -> note(
                                        account,
                                        climb,
                                        matter,
                                        values,
                                        expected(climb, false, firm, sweepContext.toAnswer()))),
                        copied.stream()
                                .map(account -> note(
                                        account,
                                        climb,
                                        matter,
                                        values,
                                        expected(climb, true, firm, sweepContext.toAnswer()))))
                .toList();
    }

    private static StaffNote note(
            String account,
            Escalation climb,
            Optional<Matter> matter,
            Map<String, Object> values,
            Map<String, Object> expected) {
        var task = climb.task();
        var all = new HashMap<>(values);
        all.putAll(expected);
        return StaffNote.ofLevel(
                account,
                climb.climbedTo().level().number(),
                task.taskId() + ":" + task.dueAt().getEpochSecond(),
                matter.map(Matter::matterNo).orElse(null),
                task.communityCode(),
                task.taskId(),
                all);
    }

    /** What is the same in all mails of a rung. */
    private Map<String, Object> values(
            LateTask task, Optional<Matter> matter, @Nullable String title, SweepContext sweepContext) {
        var values = new HashMap<String, Object>();
        values.put("taskName", task.taskName());
        values.put("due", task.dueAt());
        values.put("workingDaysLate", late(task, sweepContext));
        values.put("holder", holder(task, sweepContext.people(), Locale.CHINESE));
        values.put("holder" + StaffNote.ENGLISH, holder(task, sweepContext.people(), Locale.ENGLISH));
        matter.ifPresent(each -> {
            values.put("step", labels.step(each.step(), Locale.CHINESE));
            values.put("step" + StaffNote.ENGLISH, labels.step(each.step(), Locale.ENGLISH));
            values.put("title", title);
        });
        return values;
    }

    private static int late(LateTask task, SweepContext sweepContext) {
        WorkingCalendar calendar = sweepContext.calendar();
        return calendar.workingDaysBetween(Calendars.dayOf(task.dueAt()), Calendars.dayOf(sweepContext.now()));
    }

    private String holder(LateTask task, Recipients people, Locale language) {
        return people.account(task.assignee())
                .map(Account::name)
                .orElseGet(() -> text(
                        language,
                        "deadlines.unclaimed",
                        Stream.concat(
                                        task.groups().stream().map(group -> text(language, "group." + group)),
                                        task.users().stream()
                                                .map(user -> people.account(user)
                                                        .map(Account::name)
                                                        .orElse(user)))
                                .collect(Collectors.joining(text(language, "deadlines.and")))));
    }

    private Map<String, Object> expected(
            Escalation climb, boolean copied, Optional<String> firm, PeriodLength toAnswer) {
        return Map.of(
                "expected",
                expected(climb.climbedTo(), copied, firm, toAnswer, Locale.CHINESE),
                "expected" + StaffNote.ENGLISH,
                expected(climb.climbedTo(), copied, firm, toAnswer, Locale.ENGLISH));
    }

    private String expected(Rung rung, boolean copied, Optional<String> firm, PeriodLength toAnswer, Locale language) {
        var sentence = text(language, "deadlines.expected." + rung.level() + (copied ? ".copy" : ""), toAnswer);
        return firm.filter(name -> !copied)
                .map(name -> sentence + text(language, "deadlines.expected.summons", name))
                .orElse(sentence);
    }

    private String text(Locale language, String key, Object... args) {
        return texts.getMessage(key, args, key, language);
    }
}
