package org.qibu.decision;

import java.util.Map;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.CertifyCountFields;
import org.qibu.matter.paper.PaperKind;
import org.qibu.matter.paper.Papers;
import org.qibu.matter.pass.LimitInUse;
import org.qibu.matter.pass.PassLimit;
import org.qibu.voting.Verdict;
import org.qibu.voting.ballots.BallotBox;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.PollResult;
import org.qibu.voting.polls.PollResults;
import org.qibu.voting.polls.Polls;
import org.qibu.voting.polls.ResultTexts;
import org.qibu.voting.polls.Tally;
import org.springframework.stereotype.Component;

/** The scrutineer certifies a count, which makes its verdict the result, or has another pair count anew. */
@Component
class CertifyCount implements FormHandler {

    private final Matters matters;
    private final Polls polls;
    private final BallotBox box;
    private final PollResults results;
    private final ResultTexts texts;
    private final Timeline timeline;
    private final Papers papers;
    private final FailedVotes failures;
    private final LimitInUse limits;

    CertifyCount(
            Matters matters,
            Polls polls,
            BallotBox box,
            PollResults results,
            ResultTexts texts,
            Timeline timeline,
            Papers papers,
            FailedVotes failures,
            LimitInUse limits) {
        this.matters = matters;
        this.polls = polls;
        this.box = box;
        this.results = results;
        this.texts = texts;
        this.timeline = timeline;
        this.papers = papers;
        this.failures = failures;
        this.limits = limits;
    }

    @Override
    public String formId() {
        return DecisionForms.CERTIFY_COUNT;
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied(CertifyCountFields.CERTIFIED, CertifyCountFields.IRREGULARITIES);
    }

    @Override
    public String note(FormCase form) {
        return polls.current(form.matterNo())
                .flatMap(poll -> polls.latestCount(poll).map(tally -> said(form, results.judge(poll, tally))))
                .orElse("");
    }

    private boolean isLast(FormCase form) {
        return form.number("recounts", 0) >= limits.most(form, PassLimit.RECOUNT);
    }

    private String said(FormCase form, PollResult result) {
        var poll = result.poll();
        var said = new StringBuilder("**计票**\n\n");
        texts.numbers(result).forEach(line -> said.append("- ").append(line).append('\n'));
        said.append("- 按规则：").append(texts.verdict(result.verdict())).append('\n');
        if (!poll.isByHand()) {
            said.append("- 重复票 %d 张，已另行保存，不计入。[核对选票](/staff/polls/%s)\n"
                    .formatted(result.tally().duplicates(), poll.pollId()));
        }
        if (isLast(form)) {
            said.append("\n这已是最后一次清点；仍不属实的，本次表决作废。");
        }
        return said.toString();
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var poll = polls.current(form.matterNo()).orElseThrow();
        var tally = polls.latestCount(poll).orElseThrow();
        var irregularities = values.text(CertifyCountFields.IRREGULARITIES);
        if (!values.flag(CertifyCountFields.CERTIFIED)) {
            refuse(form, poll, tally, irregularities);
            return Map.of();
        }
        var result = recounted(poll, tally);
        polls.certify(poll, tally, form.userId(), result.verdict(), irregularities);
        papers.issue(matters.get(form.matterNo()), PaperKind.VOTE_RESULT);
        if (isFailed(form, result.verdict())) {
            failures.tell(
                    matters.get(form.matterNo()),
                    poll,
                    form.text("decisionBody").orElse(""),
                    result.verdict());
        }
        timeline.tell(
                matters.get(form.matterNo()),
                form.userId(),
                "countCertified",
                poll.totalHeads(),
                result.count().taking().heads(),
                result.count().agreeing().heads(),
                result.verdict());
        return Map.of(DecisionElements.POLL_RESULT, result.verdict().name());
    }

    /** Whether the vote came to nothing, now that no extension is left. */
    private boolean isFailed(FormCase form, Verdict verdict) {
        return verdict == Verdict.NOT_PASSED
                || verdict != Verdict.PASSED
                        && form.number("pollExtended", 0) >= limits.most(form, PassLimit.EXTEND_POLL);
    }

    private void refuse(FormCase form, Poll poll, Tally tally, String irregularities) {
        if (irregularities.isEmpty()) {
            throw new FormRefused(CertifyCountFields.IRREGULARITIES, "不予确认的，请在“发现的问题”中写明哪里有出入。");
        }
        var matter = matters.get(form.matterNo());
        if (isLast(form)) {
            polls.annul(poll, tally, form.userId(), irregularities);
            failures.tellOfAnnulment(matter, poll);
        } else {
            polls.refuse(poll, tally, form.userId(), irregularities);
        }
        timeline.tell(matter, form.userId(), isLast(form) ? "pollVoided" : "countRefused", poll.sheet());
    }

    /** What the count comes to, after the ballots were added up once more. */
    private PollResult recounted(Poll poll, Tally tally) {
        var result = results.judge(poll, tally);
        var same = poll.isByHand() || box.tally(poll, tally.enteredBy()).agreesWith(tally);
        if (!same || result.verdict().isError()) {
            throw new FormRefused(CertifyCountFields.CERTIFIED, "名册或票数有出入，不能确认，请退回重新录入。");
        }
        return result;
    }
}
