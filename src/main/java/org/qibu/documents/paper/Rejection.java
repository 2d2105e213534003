package org.qibu.documents.paper;

import java.util.List;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.period.PeriodLength;
import org.qibu.calendar.period.PeriodUnit;
import org.qibu.documents.PaperText;
import org.qibu.documents.Voice;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.contract.VerifyIssueFields;
import org.qibu.matter.form.FormTexts;
import org.qibu.matter.form.Records.Record;
import org.qibu.matter.paper.PaperKind;
import org.qibu.matter.proposer.ProposerPeriods;
import org.springframework.stereotype.Component;

/** 不予受理告知书, with the right to ask the sub-district for a re-check within the period for it. */
@Component
class Rejection implements PaperAuthor {

    private static final List<String> GROUNDS = List.of(
            VerifyIssueFields.GOVERNMENT_DUTY,
            VerifyIssueFields.COURT_OR_CASE_PENDING,
            VerifyIssueFields.ILLEGAL_DEMAND);

    private final ProposerPeriods periods;
    private final Calendars calendars;

    Rejection(ProposerPeriods periods, Calendars calendars) {
        this.periods = periods;
        this.calendars = calendars;
    }

    @Override
    public PaperKind kind() {
        return PaperKind.REJECTION;
    }

    @Override
    public String fileWord(Facts facts) {
        return "不予受理告知书";
    }

    @Override
    public Optional<PaperText> write(Facts facts, Voice voice) {
        return facts.latest(PublishedForms.VERIFY_ISSUE).map(verified -> write(facts, voice, verified));
    }

    private PaperText write(Facts facts, Voice voice, Record verified) {
        var paperDraft = ToProposer.draft("不予受理告知书", facts, voice);
        paperDraft.text("您于%s提出的%s，经核实不予受理。现告知如下。"
                .formatted(Facts.day(facts.matter().openedAt()), ToProposer.matter(facts.matter(), voice)));
        paperDraft.section("核实情况", Optional.of(voice.text(verified.values().text(VerifyIssueFields.FINDINGS))));
        var grounds = facts.labels().apply(verified).stream()
                .filter(line ->
                        GROUNDS.contains(line.key()) && verified.values().flag(line.key()))
                .map(FormTexts.Line::label)
                .toList();
        if (!grounds.isEmpty()) {
            paperDraft.heading("不予受理的理由");
            grounds.forEach(paperDraft::said);
        }
        paperDraft.further(facts.added().apply(verified), voice);
        var length = periods.recheck(facts.matter().matterNo());
        paperDraft
                .heading("您的权利")
                .text("如不同意本决定，可以自收到本告知书之日起%s内（%s前）向%s申请复核。可以在网上凭回执号提出，也可以到社区居民委员会书面提出。"
                        .formatted(
                                allowed(length),
                                Facts.day(length.end(calendars, facts.now())),
                                IssuingOffice.of(facts.community())));
        paperDraft.heading("联系方式").text(ToProposer.contact(facts.community()));
        return facts.sign(paperDraft, "议告");
    }

    /** As papers write it: 15日, 5个工作日. */
    private static String allowed(PeriodLength length) {
        return length.amount() + (length.unit() == PeriodUnit.DAYS ? "日" : "个工作日");
    }
}
