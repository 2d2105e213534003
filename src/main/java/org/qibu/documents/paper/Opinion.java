package org.qibu.documents.paper;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qibu.documents.PaperText;
import org.qibu.documents.Voice;
import org.qibu.matter.contract.ConfirmOpinionFields;
import org.qibu.matter.contract.FixAgendaFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.contract.RecordMeetingFields;
import org.qibu.matter.form.Records.Record;
import org.qibu.matter.paper.PaperKind;
import org.qibu.text.CodeLabels;
import org.springframework.stereotype.Component;

/** 协商意见书: what was agreed on, and who reserves a different opinion. */
@Component
class Opinion implements PaperAuthor {

    private final CodeLabels labels;

    Opinion(CodeLabels labels) {
        this.labels = labels;
    }

    @Override
    public PaperKind kind() {
        return PaperKind.OPINION;
    }

    @Override
    public String fileWord(Facts facts) {
        return "协商意见书";
    }

    @Override
    public Optional<PaperText> write(Facts facts, Voice voice) {
        return facts.latest(PublishedForms.CONFIRM_OPINION).map(confirmed -> write(facts, voice, confirmed));
    }

    private PaperText write(Facts facts, Voice voice, Record confirmed) {
        var meetings = facts.all(Minutes.MEETING).stream()
                .filter(meeting -> meeting.cycle() == confirmed.cycle())
                .toList();
        var paperDraft = new PaperDraft("关于“%s”的协商意见书".formatted(voice.title(facts.matter())));
        paperDraft
                .heading("协商事项")
                .text(Optional.ofNullable(facts.words(PublishedForms.FIX_AGENDA).get(FixAgendaFields.TOPIC_TEXT))
                        .map(voice::text)
                        .orElseGet(() -> voice.title(facts.matter())));
        paperDraft.heading("协商过程").text("本事项共召开协商会议%d次。".formatted(meetings.size()));
        meetings.forEach(meeting -> paperDraft.item(course(facts, meeting)));
        paperDraft.heading("协商意见").text(voice.text(confirmed.values().text(ConfirmOpinionFields.FINAL_TEXT)));
        paperDraft.heading("保留意见");
        var reservations = meetings.isEmpty()
                ? List.<String>of()
                : Dissent.lines(meetings.get(meetings.size() - 1).values(), voice, labels);
        reservations.forEach(paperDraft::said);
        paperDraft.text(reservations.isEmpty() ? "无。" : "以上保留意见如实记入档案，不影响协商意见的确认。");
        paperDraft.further(facts.added().apply(confirmed), voice);
        signatures(paperDraft.heading("确认情况"), confirmed, voice);
        paperDraft.text("经参加协商的各方确认，同意以上协商意见。");
        return facts.sign(paperDraft, "议意");
    }

    private static String course(Facts facts, Record meeting) {
        var said = meeting.values();
        return "%s（%s）：%s意见征询同意%d人，不同意%d人，弃权%d人。"
                .formatted(
                        MeetingRound.mark(facts, meeting),
                        MeetingRound.day(facts, meeting),
                        MeetingRound.of(facts, meeting).sentence(),
                        said.whole(RecordMeetingFields.STRAW_AGREE),
                        said.whole(RecordMeetingFields.STRAW_DISAGREE),
                        said.whole(RecordMeetingFields.STRAW_ABSTAIN));
    }

    private void signatures(PaperDraft paperDraft, Record confirmed, Voice voice) {
        var rows = confirmed.values().rows(ConfirmOpinionFields.SIGNATURES).stream()
                .map(row -> List.of(
                        voice.name(row.get("personNo")),
                        row.get("party") == null ? "" : labels.label("" + row.get("party"), Locale.CHINESE)))
                .toList();
        if (!rows.isEmpty()) {
            paperDraft.table(List.of("签名", "身份"), rows);
        }
    }
}
