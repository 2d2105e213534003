package org.qibu.documents.paper;

import java.util.Optional;
import org.qibu.documents.PaperText;
import org.qibu.documents.Voice;
import org.qibu.matter.contract.ConfirmOpinionFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.form.Records.Record;
import org.qibu.matter.paper.PaperKind;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.Polls;
import org.qibu.voting.polls.ResultTexts;
import org.springframework.stereotype.Component;

/** 决议书 where a body voted, 决定书 where Party branch and residents' committee confirmed a consensus. */
@Component
class Decision implements PaperAuthor {

    private static final String CONFIRMED = PublishedForms.CONFIRM_CONSENSUS;
    private static final String COUNTED = PublishedForms.CERTIFY_COUNT;

    private final Polls polls;
    private final ResultTexts results;

    Decision(Polls polls, ResultTexts results) {
        this.polls = polls;
        this.results = results;
    }

    @Override
    public PaperKind kind() {
        return PaperKind.DECISION;
    }

    @Override
    public String fileWord(Facts facts) {
        return lastOfStep(facts).filter(Decision::isVote).isPresent() ? "决议书" : "决定书";
    }

    @Override
    public Optional<PaperText> write(Facts facts, Voice voice) {
        return lastOfStep(facts)
                .flatMap(record -> isVote(record)
                        ? polls.current(facts.matter().matterNo()).map(poll -> voted(facts, voice, poll))
                        : Optional.of(confirmed(facts, voice)));
    }

    private static Optional<Record> lastOfStep(Facts facts) {
        return facts.records().stream()
                .filter(record -> record.form().equals(CONFIRMED) || isVote(record))
                .reduce((first, second) -> second);
    }

    private static boolean isVote(Record record) {
        return record.form().equals(COUNTED);
    }

    private PaperText confirmed(Facts facts, Voice voice) {
        var paperDraft = new PaperDraft("关于“%s”的决定书".formatted(voice.title(facts.matter())));
        paperDraft.text("经各方协商达成一致意见，社区党组织和居民委员会研究，决定采纳协商意见。");
        content(paperDraft, facts, voice, CONFIRMED);
        return facts.sign(paperDraft, "议决");
    }

    private PaperText voted(Facts facts, Voice voice, Poll poll) {
        var paperDraft = new PaperDraft("关于“%s”的决议书".formatted(voice.title(facts.matter())));
        paperDraft.text("就本事项依法组织表决，结果如下。");
        paperDraft.heading("表决结果");
        VoteLines.of(results, poll, voice).forEach(paperDraft::item);
        content(paperDraft, facts, voice, COUNTED);
        return facts.sign(paperDraft, "议决");
    }

    private static void content(PaperDraft paperDraft, Facts facts, Voice voice, String form) {
        paperDraft.section(
                "决定内容",
                Optional.of(voice.text(facts.text(PublishedForms.CONFIRM_OPINION, ConfirmOpinionFields.FINAL_TEXT))));
        paperDraft.further(facts.added(form), voice);
        paperDraft.heading("组织实施").text("由社区居民委员会会同有关单位制定实施方案，明确责任人、时限和验收标准，实施结果向居民公开。");
    }
}
