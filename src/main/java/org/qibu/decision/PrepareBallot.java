package org.qibu.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodTable;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.ConfirmOpinionFields;
import org.qibu.matter.contract.PrepareBallotFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.form.Records;
import org.qibu.voting.polls.NewPoll;
import org.qibu.voting.polls.Polls;
import org.springframework.stereotype.Component;

/** Fixes what is voted on, by whom, how and when. */
@Component
class PrepareBallot implements FormHandler {

    private static final int LONGEST_QUESTION = 1000;

    private final PeriodTable periods;
    private final Matters matters;
    private final Records records;
    private final Polls polls;
    private final BallotCheck check;
    private final Timeline timeline;
    private final MatterMasking masking;

    PrepareBallot(
            PeriodTable periods,
            Matters matters,
            Records records,
            Polls polls,
            BallotCheck check,
            Timeline timeline,
            MatterMasking masking) {
        this.periods = periods;
        this.matters = matters;
        this.records = records;
        this.polls = polls;
        this.check = check;
        this.timeline = timeline;
        this.masking = masking;
    }

    @Override
    public String formId() {
        return DecisionForms.PREPARE_BALLOT;
    }

    @Override
    public Set<String> choices() {
        return Set.of("electorateIdOptions");
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var values = new HashMap<String, Object>();
        var electorates = check.electorates(form);
        values.put(
                "electorateIdOptions",
                electorates.stream()
                        .map(electorate -> Map.of("label", electorate.label(), "value", electorate.id()))
                        .toList());
        if (electorates.size() == 1) {
            values.put(PrepareBallotFields.ELECTORATE_ID, electorates.get(0).id());
        }
        if (polls.current(form.matterNo()).isEmpty()) {
            values.put(PrepareBallotFields.QUESTION, question(form.matterNo()));
        }
        values.put(PrepareBallotFields.METHOD, check.isByBallot(form) ? "PAPER" : "HAND");
        var opensAt = form.at().plus(Duration.ofDays(check.daysToNotify(form)));
        values.put(PrepareBallotFields.OPENS_AT, text(opensAt));
        values.put(PrepareBallotFields.CLOSES_AT, text(opensAt.plus(Duration.ofDays(periods.amount(Period.VOTING)))));
        return values;
    }

    private String question(String matterNo) {
        var opinion = records.latest(matterNo, PublishedForms.CONFIRM_OPINION)
                .flatMap(record -> record.values().optionalText(ConfirmOpinionFields.FINAL_TEXT))
                .orElseGet(() -> masking.title(matters.get(matterNo)).toString());
        var question = "是否同意：" + opinion;
        return question.substring(0, Math.min(question.length(), LONGEST_QUESTION));
    }

    private static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES)
                .atZone(Calendars.CHINA)
                .toOffsetDateTime()
                .toString();
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var prepared = check.check(form, values);
        var matter = matters.get(form.matterNo());
        var opensAt = values.moment(PrepareBallotFields.OPENS_AT).orElseThrow();
        var poll = new NewPoll(
                prepared.rule().id(),
                prepared.rule().validFrom(),
                prepared.electorate(),
                values.text(PrepareBallotFields.QUESTION),
                values.text(PrepareBallotFields.METHOD),
                values.day(PrepareBallotFields.REGISTER_DATE).orElse(Calendars.dayOf(opensAt)),
                opensAt,
                values.moment(PrepareBallotFields.CLOSES_AT).orElseThrow(),
                values.optionalText(PrepareBallotFields.SILENT_RULE).orElse("NOT_COUNTED"),
                values.text(PrepareBallotFields.SILENT_RULE_BASIS));
        polls.prepare(matter.matterNo(), matter.cycle(), poll);
        timeline.tell(
                matter,
                form.userId(),
                "pollPrepared",
                prepared.rule().name(),
                prepared.electorate().total().heads());
        var days = ChronoUnit.DAYS.between(Calendars.dayOf(form.at()), Calendars.dayOf(opensAt));
        if (days < check.daysToNotify(form)) {
            timeline.note(matter, form.userId(), "pollAtShortNotice", days, check.daysToNotify(form));
        }
        return Map.of();
    }
}
