package org.qibu.decision;

import java.util.Map;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormHandler;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.voting.HandCount;
import org.qibu.voting.Poll;
import org.qibu.voting.Polls;
import org.springframework.stereotype.Component;

/** The teller enters the hands counted in the meeting. */
@Component
class EnterBallots implements FormHandler {

    private final Polls polls;

    EnterBallots(Polls polls) {
        this.polls = polls;
    }

    @Override
    public String formId() {
        return "enter-ballots";
    }

    @Override
    public Map<String, Object> facts(FormCase form) {
        return Map.of("method", polls.current(form.matterNo()).map(Poll::method).orElse("HAND"));
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied("present", "agree", "against", "abstain", "invalid");
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var poll = polls.current(form.matterNo()).orElseThrow();
        var count = new HandCount(
                0,
                values.whole("present"),
                values.whole("agree"),
                values.whole("against"),
                values.whole("abstain"),
                values.whole("invalid"),
                form.userId(),
                form.at(),
                null,
                null,
                null);
        check(count, poll);
        polls.count(poll, count);
        return Map.of();
    }

    static void check(HandCount count, Poll poll) {
        var faults = new FormRefused.Collector();
        faults.check(count.present() <= poll.totalHeads(), "present", "“到会”不能超过应到的 " + poll.totalHeads() + "。");
        faults.check(count.hands() <= count.present(), "agree", "同意、反对、弃权和无效合计不能超过到会的 " + count.present() + "。");
        faults.refuseIfAny();
    }
}
