package org.qibu.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qibu.decision.DecisionForms.EnterBallotsFields;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.contract.PrepareBallotFields;
import org.qibu.voting.ballots.BallotBox;
import org.qibu.voting.ballots.BallotsRefused;
import org.qibu.voting.ballots.PaperBallot;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.Polls;
import org.qibu.voting.polls.Tally;
import org.springframework.stereotype.Component;

/** The teller hands in the count: the hands of a meeting, or all ballots, which closes the box. */
@Component
class EnterBallots implements FormHandler {

    private static final String ROWS = EnterBallotsFields.BALLOTS;

    private final Polls polls;
    private final BallotBox box;

    EnterBallots(Polls polls, BallotBox box) {
        this.polls = polls;
        this.box = box;
    }

    @Override
    public String formId() {
        return DecisionForms.ENTER_BALLOTS;
    }

    @Override
    public Map<String, Object> facts(FormCase form) {
        return Map.of(
                PrepareBallotFields.METHOD,
                polls.current(form.matterNo()).map(Poll::method).orElse("HAND"));
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied(
                EnterBallotsFields.PRESENT,
                EnterBallotsFields.AGREE,
                EnterBallotsFields.AGAINST,
                EnterBallotsFields.ABSTAIN,
                EnterBallotsFields.INVALID,
                EnterBallotsFields.BALLOTS_COMPLETE,
                ROWS);
    }

    @Override
    public Set<String> keptElsewhere() {
        return Set.of(ROWS);
    }

    @Override
    public String note(FormCase form) {
        return polls.current(form.matterNo())
                .filter(poll -> !poll.isByHand())
                .map(this::received)
                .orElse("");
    }

    private String received(Poll poll) {
        var ballots = box.of(poll);
        var duplicates = ballots.stream().filter(ballot -> ballot.duplicate()).count();
        var recount = poll.sheet() > 1 ? "这是第 %d 次清点，请另一组人把全部选票重新录入。".formatted(poll.sheet()) : "";
        return "**选票** 有权表决 %d 人，已录入 %d 张（其中重复 %d 张）。%s [录入或上传选票](/staff/polls/%s)"
                .formatted(poll.totalHeads(), ballots.size(), duplicates, recount, poll.pollId());
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var poll = polls.current(form.matterNo()).orElseThrow();
        polls.count(poll, poll.isByHand() ? hands(form, values, poll) : ballots(form, values, poll));
        return Map.of();
    }

    private static Tally hands(FormCase form, FormValues values, Poll poll) {
        var tally = Tally.ofHands(
                values.whole(EnterBallotsFields.PRESENT),
                values.whole(EnterBallotsFields.AGREE),
                values.whole(EnterBallotsFields.AGAINST),
                values.whole(EnterBallotsFields.ABSTAIN),
                values.whole(EnterBallotsFields.INVALID),
                form.userId());
        check(tally, poll);
        return tally;
    }

    static void check(Tally hands, Poll poll) {
        var faults = new FormRefused.Collector();
        var present = hands.present().heads();
        faults.check(
                present <= poll.totalHeads(), EnterBallotsFields.PRESENT, "“到会”不能超过应到的 " + poll.totalHeads() + "。");
        faults.check(hands.hands() <= present, EnterBallotsFields.AGREE, "同意、反对、弃权和无效合计不能超过到会的 " + present + "。");
        faults.refuseIfAny();
    }

    private Tally ballots(FormCase form, FormValues values, Poll poll) {
        if (!values.flag(EnterBallotsFields.BALLOTS_COMPLETE)) {
            throw new FormRefused(EnterBallotsFields.BALLOTS_COMPLETE, "请确认“纸质票已全部录入”。");
        }
        var rows = values.rows(ROWS);
        if (!rows.isEmpty()) {
            enter(poll, rows, form.userId());
        }
        return box.tally(poll, form.userId());
    }

    private void enter(Poll poll, List<Map<String, Object>> rows, String teller) {
        var ballots = new ArrayList<PaperBallot>();
        for (var row : rows) {
            ballots.add(PaperBallot.of(ballots.size() + 1, column -> text(row, column)));
        }
        try {
            box.enter(poll.pollId(), ballots, teller);
        } catch (BallotsRefused refused) {
            throw new FormRefused(ROWS, refused.getMessage());
        }
    }

    private static String text(Map<String, Object> row, String key) {
        return row.get(key) == null ? "" : row.get(key).toString();
    }
}
