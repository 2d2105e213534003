package org.qibu.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.qibu.calendar.Calendars;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormHandler;
import org.qibu.engine.FormValues;
import org.qibu.matter.Matters;
import org.qibu.matter.Records;
import org.qibu.matter.Timeline;
import org.qibu.voting.NewPoll;
import org.qibu.voting.Polls;
import org.springframework.stereotype.Component;

/** Fixes what is voted on, by whom, how and when. */
@Component
class PrepareBallot implements FormHandler {

    private static final int VOTING_DAYS = 15;

    private final Matters matters;
    private final Records records;
    private final Polls polls;
    private final BallotCheck check;
    private final Timeline timeline;

    PrepareBallot(Matters matters, Records records, Polls polls, BallotCheck check, Timeline timeline) {
        this.matters = matters;
        this.records = records;
        this.polls = polls;
        this.check = check;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return "prepare-ballot";
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
            values.put("electorateId", electorates.get(0).id());
        }
        if (polls.current(form.matterNo()).isEmpty()) {
            values.put("question", question(form.matterNo()));
        }
        values.put("method", check.isByBallot(form) ? "PAPER" : "HAND");
        values.put("opensAt", text(form.at()));
        values.put("closesAt", text(form.at().plus(Duration.ofDays(VOTING_DAYS))));
        return values;
    }

    private String question(String matterNo) {
        return records.latest(matterNo, "confirm-opinion")
                .flatMap(opinion -> opinion.values().optionalText("finalText"))
                .map(text -> text.substring(0, Math.min(text.length(), 1000)))
                .orElseGet(() -> matters.get(matterNo).title());
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
        var opensAt = values.moment("opensAt").orElseThrow();
        var poll = new NewPoll(
                prepared.rule().id(),
                Calendars.dayOf(form.at()),
                prepared.electorate(),
                values.text("question"),
                values.text("method"),
                values.day("registerDate").orElse(Calendars.dayOf(opensAt)),
                opensAt,
                values.moment("closesAt").orElseThrow(),
                values.optionalText("silentRule").orElse("NOT_COUNTED"),
                values.text("silentRuleBasis"));
        polls.prepare(matter.matterNo(), matter.cycle(), poll);
        timeline.tell(
                matter,
                form.userId(),
                "pollPrepared",
                prepared.rule().name(),
                prepared.electorate().total().heads());
        return Map.of();
    }
}
