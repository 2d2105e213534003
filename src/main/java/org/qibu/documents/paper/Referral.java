package org.qibu.documents.paper;

import java.util.Optional;
import org.qibu.documents.PaperText;
import org.qibu.documents.Voice;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterType;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.contract.RecordMeetingFields;
import org.qibu.matter.contract.VerifyIssueFields;
import org.qibu.matter.paper.PaperKind;
import org.springframework.stereotype.Component;

/** 转办函: hands a matter that is not the community's over to the department whose duty it is. */
@Component
class Referral implements PaperAuthor {

    @Override
    public PaperKind kind() {
        return PaperKind.REFERRAL;
    }

    @Override
    public String fileWord(Facts facts) {
        return "转办函";
    }

    @Override
    public Optional<PaperText> write(Facts facts, Voice voice) {
        var matter = facts.matter();
        var paperDraft = new PaperDraft("关于转办“%s”的函".formatted(voice.title(matter)));
        paperDraft.to(IssuingOffice.of(facts.community()) + "并" + department(matter));
        paperDraft.text("%s收到居民反映的%s，%s，现转请办理。"
                .formatted(facts.community().name(), ToProposer.matter(matter, voice), ground(facts)));
        paperDraft
                .heading("反映的情况")
                .fact("提出时间", Facts.day(matter.openedAt()))
                .fact("地点", voice.text(matter.location()))
                .fact("涉及户数", households(matter))
                .text(voice.text(matter.description()));
        paperDraft.section(
                "核实情况", Optional.of(voice.text(facts.text(PublishedForms.VERIFY_ISSUE, VerifyIssueFields.FINDINGS))));
        paperDraft.section(
                "协商情况",
                facts.latest(Minutes.MEETING)
                        .flatMap(meeting -> meeting.values().optionalText(RecordMeetingFields.OPEN_POINTS))
                        .map(voice::text));
        paperDraft.further(facts.added(PublishedForms.VERIFY_ISSUE), voice);
        paperDraft.heading("请予协助").text("请依照职责办理，并将办理结果告知社区居民委员会，由社区答复提出人。需要与提出人联系的，请先与社区联系。");
        paperDraft.heading("联系方式").text(ToProposer.contact(facts.community()));
        return Optional.of(facts.sign(paperDraft, "议转"));
    }

    private static String department(Matter matter) {
        return matter.isAbout(MatterType.NUISANCE) ? "转生态环境、城市管理等有关部门" : "转有关职能部门";
    }

    private static String ground(Facts facts) {
        return facts.latest(Minutes.MEETING).isPresent() ? "经协商未能解决" : "经核实属于政府部门职责";
    }

    private static String households(Matter matter) {
        return matter.affectedHouseholds() == null ? "" : matter.affectedHouseholds() + "户";
    }
}
