package org.qibu.documents.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodTable;
import org.qibu.documents.PaperText;
import org.qibu.documents.Voice;
import org.qibu.engine.FormValues;
import org.qibu.matter.Parties.Participant;
import org.qibu.matter.contract.FixAgendaFields;
import org.qibu.matter.contract.NamePartiesFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.contract.RecordMeetingFields;
import org.qibu.matter.form.Records.Record;
import org.qibu.matter.paper.PaperKind;
import org.qibu.text.CodeLabels;
import org.springframework.stereotype.Component;

/** 会议纪要 of the latest round. */
@Component
class Minutes implements PaperAuthor {

    static final String MEETING = PublishedForms.RECORD_MEETING;

    private final PeriodTable periods;
    private final CodeLabels labels;

    Minutes(PeriodTable periods, CodeLabels labels) {
        this.periods = periods;
        this.labels = labels;
    }

    @Override
    public PaperKind kind() {
        return PaperKind.MINUTES;
    }

    @Override
    public String fileWord(Facts facts) {
        return "会议纪要";
    }

    @Override
    public String fileMark(Facts facts) {
        return facts.latest(MEETING)
                .map(meeting -> MeetingRound.mark(facts, meeting))
                .orElse("");
    }

    @Override
    public Optional<PaperText> write(Facts facts, Voice voice) {
        return facts.latest(MEETING).map(meeting -> write(facts, voice, meeting));
    }

    private PaperText write(Facts facts, Voice voice, Record meeting) {
        var said = meeting.values();
        var paperDraft = new PaperDraft(
                "关于“%s”的协商会议纪要（%s）".formatted(voice.title(facts.matter()), MeetingRound.mark(facts, meeting)));
        circumstances(paperDraft.heading("会议基本情况"), facts, voice, meeting);
        attendance(paperDraft.heading("到会情况"), facts, voice, MeetingRound.of(facts, meeting));
        motions(paperDraft.heading("会上提出的办法"), said, voice);
        speeches(paperDraft, said, voice);
        paperDraft
                .heading("意见征询情况")
                .text("同意%d人，不同意%d人，弃权%d人。"
                        .formatted(
                                said.whole(RecordMeetingFields.STRAW_AGREE),
                                said.whole(RecordMeetingFields.STRAW_DISAGREE),
                                said.whole(RecordMeetingFields.STRAW_ABSTAIN)));
        dissent(paperDraft.heading("保留意见"), said, voice);
        paperDraft.heading("协商意见（初稿）").text(voice.text(said.text(RecordMeetingFields.DRAFT_RESULT)));
        paperDraft.section(
                "尚待商议的问题", said.optionalText(RecordMeetingFields.OPEN_POINTS).map(voice::text));
        paperDraft.further(facts.added().apply(meeting), voice);
        paperDraft
                .heading("下一步安排")
                .text(next(said))
                .text("参会人员认为纪要与会议情况不符的，请在%s内向社区居民委员会提出。"
                        .formatted(periods.of(Period.MINUTES_CORRECTION)
                                .inChinese()
                                .replace(" ", "")));
        return facts.sign(paperDraft, "议纪");
    }

    private static void circumstances(PaperDraft paperDraft, Facts facts, Voice voice, Record meeting) {
        var agenda = facts.words(PublishedForms.FIX_AGENDA);
        paperDraft
                .fact(
                        "时间",
                        MeetingRound.plannedAt(facts, meeting)
                                .map(Facts::moment)
                                .orElseGet(() -> Facts.day(meeting.at())))
                .fact("地点", voice.text(agenda.getOrDefault(FixAgendaFields.VENUE_ID, "")))
                .fact("形式", agenda.getOrDefault(FixAgendaFields.FORM, ""))
                .fact("方式", agenda.getOrDefault(FixAgendaFields.MODE, ""))
                .fact("主持人", voice.name(facts.text(PublishedForms.NAME_PARTIES, NamePartiesFields.HOST)))
                .fact("记录人", voice.name(facts.text(PublishedForms.NAME_PARTIES, NamePartiesFields.RECORDER)))
                .fact(
                        "议题",
                        agenda.containsKey(FixAgendaFields.TOPIC_TEXT)
                                ? voice.text(agenda.get(FixAgendaFields.TOPIC_TEXT))
                                : voice.title(facts.matter()));
    }

    private void attendance(PaperDraft paperDraft, Facts facts, Voice voice, MeetingRound meetingRound) {
        var rows = new ArrayList<List<String>>();
        facts.participants().stream()
                .collect(Collectors.groupingBy(Participant::party, java.util.LinkedHashMap::new, Collectors.toList()))
                .forEach((party, people) -> rows.add(List.of(
                        labels.label(party, Locale.CHINESE),
                        String.valueOf(people.size()),
                        String.valueOf(
                                people.stream().filter(meetingRound::came).count()),
                        people.stream()
                                .filter(meetingRound::came)
                                .map(each -> voice.name(each.personNo()))
                                .collect(Collectors.joining("、")))));
        paperDraft.text(meetingRound.sentence()).table(List.of("参加方", "应到", "实到", "到会人员"), rows);
    }

    private static void motions(PaperDraft paperDraft, FormValues said, Voice voice) {
        said.rows(RecordMeetingFields.MOTIONS)
                .forEach(row -> paperDraft.said(voice.text(row.get("text"))
                        + people("动议", voice.name(row.get("mover")), "附议", voice.name(row.get("seconder")))));
        said.rows(RecordMeetingFields.AMENDMENTS)
                .forEach(row -> paperDraft.said(
                        "修改意见：" + voice.text(row.get("text")) + people("提出", voice.name(row.get("mover")), "", "")));
    }

    private static String people(String first, String firstName, String second, String secondName) {
        var named = new ArrayList<String>();
        if (!firstName.isEmpty()) {
            named.add(first + "：" + firstName);
        }
        if (!secondName.isEmpty()) {
            named.add(second + "：" + secondName);
        }
        return named.isEmpty() ? "" : "（" + String.join("，", named) + "）";
    }

    private void speeches(PaperDraft paperDraft, FormValues said, Voice voice) {
        var speeches = said.rows(RecordMeetingFields.SPEECHES);
        if (!speeches.isEmpty()) {
            paperDraft.heading("发言要点");
            speeches.forEach(row -> paperDraft.said(speech(row, voice)));
        }
    }

    private String speech(Map<String, Object> row, Voice voice) {
        var stance =
                labels.find(String.valueOf(row.get("stance")), Locale.CHINESE).orElse("");
        var summary = voice.text(row.get("summary"));
        return voice.name(row.get("speaker"))
                + (stance.isEmpty() ? "" : "（" + stance + "）")
                + (summary.isEmpty() ? "" : "：" + summary);
    }

    private void dissent(PaperDraft paperDraft, FormValues said, Voice voice) {
        Dissent.lines(said, voice, labels).forEach(paperDraft::said);
        if (said.rows(RecordMeetingFields.DISSENT).isEmpty()) {
            paperDraft.text("无。");
        }
    }

    private static String next(FormValues said) {
        var agreed = said.whole(RecordMeetingFields.STRAW_DISAGREE) == 0
                && said.rows(RecordMeetingFields.DISSENT).isEmpty()
                && said.optionalText(RecordMeetingFields.OPEN_POINTS).isEmpty();
        return agreed ? "到会人数符合要求的，由各方代表确认协商意见。" : "到会人数和同意人数符合要求的，由各方代表确认协商意见；不符合要求的，先与有不同意见的居民沟通，再安排下一轮协商。";
    }
}
