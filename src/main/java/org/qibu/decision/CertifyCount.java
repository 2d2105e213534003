package org.qibu.decision;

import java.util.Map;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormHandler;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.matter.Matters;
import org.qibu.matter.PaperKind;
import org.qibu.matter.Papers;
import org.qibu.matter.Timeline;
import org.qibu.voting.BodyRules;
import org.qibu.voting.HandCount;
import org.qibu.voting.Poll;
import org.qibu.voting.Polls;
import org.springframework.stereotype.Component;

/** The scrutineer certifies a count, which makes its verdict the result, or has it entered anew. */
@Component
class CertifyCount implements FormHandler {

    private final Matters matters;
    private final Polls polls;
    private final BodyRules rules;
    private final Timeline timeline;
    private final Papers papers;

    CertifyCount(Matters matters, Polls polls, BodyRules rules, Timeline timeline, Papers papers) {
        this.matters = matters;
        this.polls = polls;
        this.rules = rules;
        this.timeline = timeline;
        this.papers = papers;
    }

    @Override
    public String formId() {
        return "certify-count";
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied("certified", "irregularities");
    }

    @Override
    public String note(FormCase form) {
        return polls.current(form.matterNo())
                .flatMap(poll -> polls.latestCount(poll).map(count -> said(poll, count)))
                .orElse("");
    }

    private static String said(Poll poll, HandCount count) {
        return "**计票** 应到 %d，到会 %d，同意 %d，反对 %d，弃权 %d，无效 %d"
                .formatted(
                        poll.totalHeads(),
                        count.present(),
                        count.agree(),
                        count.against(),
                        count.abstain(),
                        count.invalid());
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var poll = polls.current(form.matterNo()).orElseThrow();
        var count = polls.latestCount(poll).orElseThrow();
        if (!values.flag("certified")) {
            polls.refuse(count, form.userId());
            return Map.of();
        }
        var verdict = rules.find(poll.ruleId()).orElseThrow().judge(count.against(poll.total()));
        if (verdict.isError()) {
            throw new FormRefused("certified", "名册或票数有出入，不能确认，请退回重新录入。");
        }
        polls.certify(poll, count, form.userId(), verdict);
        papers.issue(matters.get(form.matterNo()), PaperKind.VOTE_RESULT);
        timeline.tell(
                matters.get(form.matterNo()),
                form.userId(),
                "countCertified",
                poll.totalHeads(),
                count.present(),
                count.agree(),
                verdict);
        return Map.of("pollResult", verdict.name());
    }
}
