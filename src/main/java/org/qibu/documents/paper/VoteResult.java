package org.qibu.documents.paper;

import java.util.Optional;
import java.util.stream.Stream;
import org.qibu.documents.PaperText;
import org.qibu.documents.Voice;
import org.qibu.matter.contract.CertifyCountFields;
import org.qibu.matter.contract.PrepareBallotFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.paper.PaperKind;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.Polls;
import org.qibu.voting.polls.ResultTexts;
import org.springframework.stereotype.Component;

/** 表决结果公告 of the latest vote, in the numbers of the certified count. */
@Component
class VoteResult implements PaperAuthor {

    private final Polls polls;
    private final ResultTexts results;

    VoteResult(Polls polls, ResultTexts results) {
        this.polls = polls;
        this.results = results;
    }

    @Override
    public PaperKind kind() {
        return PaperKind.VOTE_RESULT;
    }

    @Override
    public String fileWord(Facts facts) {
        return "表决结果公告";
    }

    @Override
    public Optional<PaperText> write(Facts facts, Voice voice) {
        return polls.current(facts.matter().matterNo())
                .filter(poll -> poll.result() != null)
                .map(poll -> write(facts, voice, poll));
    }

    private PaperText write(Facts facts, Voice voice, Poll poll) {
        var ballot = facts.words(PublishedForms.PREPARE_BALLOT);
        var paperDraft = new PaperDraft("关于“%s”的表决结果公告".formatted(voice.title(facts.matter())));
        paperDraft
                .heading("表决基本情况")
                .fact("表决编号", poll.pollId())
                .fact("表决方式", ballot.getOrDefault(PrepareBallotFields.METHOD, ""))
                .fact("表决时间", Facts.moment(poll.opensAt()) + "至" + Facts.moment(poll.closesAt()))
                .fact("名册基准日", ballot.getOrDefault(PrepareBallotFields.REGISTER_DATE, ""));
        paperDraft.heading("表决事项和结果");
        VoteLines.of(results, poll, voice).forEach(paperDraft::item);
        paperDraft.section(
                "监票说明",
                facts.latest(PublishedForms.CERTIFY_COUNT)
                        .flatMap(count -> count.values().optionalText(CertifyCountFields.IRREGULARITIES))
                        .map(voice::text));
        paperDraft.further(
                Stream.of(PublishedForms.PREPARE_BALLOT, PublishedForms.CERTIFY_COUNT)
                        .flatMap(form -> facts.added(form).stream())
                        .toList(),
                voice);
        paperDraft.heading("异议").text("对表决结果有异议的，请在公示期内向社区居民委员会书面提出，并说明理由。");
        return facts.sign(paperDraft, "决票");
    }
}
