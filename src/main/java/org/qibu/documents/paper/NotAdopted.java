package org.qibu.documents.paper;

import java.util.Optional;
import org.qibu.documents.PaperText;
import org.qibu.documents.Voice;
import org.qibu.matter.contract.ExplainRejectionFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.form.Records.Record;
import org.qibu.matter.paper.PaperKind;
import org.springframework.stereotype.Component;

/** 不采纳说明函: why a matter was not adopted and what else can be done. */
@Component
class NotAdopted implements PaperAuthor {

    @Override
    public PaperKind kind() {
        return PaperKind.NOT_ADOPTED;
    }

    @Override
    public String fileWord(Facts facts) {
        return "不采纳说明函";
    }

    @Override
    public Optional<PaperText> write(Facts facts, Voice voice) {
        return facts.latest(PublishedForms.EXPLAIN_REJECTION).map(explained -> write(facts, voice, explained));
    }

    private static PaperText write(Facts facts, Voice voice, Record explained) {
        var said = explained.values();
        var paperDraft = ToProposer.draft("不采纳说明函", facts, voice);
        paperDraft.text("您于%s提出的%s，经研究未予采纳。现将有关情况说明如下。"
                .formatted(Facts.day(facts.matter().openedAt()), ToProposer.matter(facts.matter(), voice)));
        paperDraft.heading("未采纳的理由").text(voice.text(said.text(ExplainRejectionFields.REASON)));
        paperDraft.section(
                "您还可以怎么办",
                said.optionalText(ExplainRejectionFields.NEXT_OPTIONS).map(voice::text));
        said.day(ExplainRejectionFields.TALKED_TO_PROPOSER_ON)
                .ifPresent(day -> paperDraft
                        .heading("沟通情况")
                        .text("已于%d年%d月%d日当面说明情况。".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth())));
        paperDraft.further(facts.added().apply(explained), voice);
        paperDraft.heading("联系方式").text(ToProposer.contact(facts.community()) + "感谢您对社区工作的关心和支持。");
        return facts.sign(paperDraft, "议函");
    }
}
