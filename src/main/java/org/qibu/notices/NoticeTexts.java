package org.qibu.notices;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.engine.FormValues;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.contract.DraftFeedbackFields;
import org.qibu.matter.contract.FixAgendaFields;
import org.qibu.matter.contract.PrepareBallotFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.form.AddedFields;
import org.qibu.matter.form.FormTexts;
import org.qibu.matter.form.Records;
import org.qibu.privacy.MaskedText;
import org.qibu.privacy.Masker;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.Polls;
import org.qibu.voting.polls.ResultTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a notice out of what the forms of a matter say, with everything personal masked. */
@Component
public class NoticeTexts {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINESE);

    private final Records records;
    private final FormTexts forms;
    private final AddedFields added;
    private final Polls polls;
    private final ResultTexts results;
    private final Communities communities;
    private final MatterMasking masking;
    private final MessageSource messages;

    NoticeTexts(
            Records records,
            FormTexts forms,
            AddedFields added,
            Polls polls,
            ResultTexts results,
            Communities communities,
            MatterMasking masking,
            MessageSource messages) {
        this.records = records;
        this.forms = forms;
        this.added = added;
        this.polls = polls;
        this.results = results;
        this.communities = communities;
        this.masking = masking;
        this.messages = messages;
    }

    /** A heading and the lines below it. */
    public record Text(MaskedText title, MaskedText body) {}

    public Text of(Matter matter, String kind) {
        var masker = isPreviewed(matter, kind) ? masking.of(matter).seen() : masking.of(matter);
        var lines = new ArrayList<MaskedText>();
        lines.add(masker.mask(communities.get(matter.communityCode()).name() + "，事项编号 " + matter.matterNo()));
        lines.addAll(
                kind.startsWith("AGENDA")
                        ? agenda(matter, masker)
                        : kind.startsWith("RESULT") ? decision(matter, masker) : completion(matter, masker));
        var title = masker.mask(say("notice." + kind) + "：" + masking.title(matter, masker));
        return new Text(title, Masker.lines(lines.stream()));
    }

    /** Whether somebody reads the text before it hangs; others are masked of what is likely a name as well. */
    private static boolean isPreviewed(Matter matter, String kind) {
        return kind.equals("COMPLETION") && !matter.isInstant();
    }

    private List<MaskedText> agenda(Matter matter, Masker masker) {
        var agenda = latest(matter, PublishedForms.FIX_AGENDA);
        var lines = fields(matter, masker, PublishedForms.FIX_AGENDA, FixAgendaFields.TOPIC_TEXT);
        agenda.moment(FixAgendaFields.MEETING_AT)
                .ifPresent(at ->
                        lines.add(masker.mask("时间：" + at.atZone(Calendars.CHINA).format(WHEN))));
        lines.add(masker.mask("地点："
                + agenda.optionalText(FixAgendaFields.VENUE_ID)
                        .orElseGet(() -> communities.get(matter.communityCode()).address())));
        lines.addAll(fields(
                matter,
                masker,
                PublishedForms.FIX_AGENDA,
                FixAgendaFields.FORM,
                FixAgendaFields.MODE,
                FixAgendaFields.CONVENOR));
        lines.addAll(further(matter, masker, PublishedForms.FIX_AGENDA));
        lines.add(masker.mask("对议题有不同意见的，可在公示期内向社区提出。"));
        return lines;
    }

    private List<MaskedText> decision(Matter matter, Masker masker) {
        var lines = new ArrayList<MaskedText>();
        var poll = polls.current(matter.matterNo());
        poll.map(results::lines).stream()
                .flatMap(List::stream)
                .map(masker::mask)
                .forEach(lines::add);
        lines.addAll(fields(matter, masker, PublishedForms.PREPARE_BALLOT, PrepareBallotFields.METHOD));
        lines.addAll(further(matter, masker, PublishedForms.PREPARE_BALLOT, PublishedForms.CERTIFY_COUNT));
        lines.add(masker.mask(
                poll.filter(Poll::isPassed).isPresent()
                        ? "对表决结果有异议的，可在公示期内向社区提出。"
                        : "表决没有通过，事项怎样继续，社区会另行告知；有疑问的，可以向社区提出。"));
        return lines;
    }

    private List<MaskedText> completion(Matter matter, Masker masker) {
        var feedback = latest(matter, PublishedForms.DRAFT_FEEDBACK);
        var lines = fields(
                matter,
                masker,
                PublishedForms.DRAFT_FEEDBACK,
                DraftFeedbackFields.RESULT_SUMMARY,
                DraftFeedbackFields.WHAT_CHANGED,
                DraftFeedbackFields.MONEY_IN,
                DraftFeedbackFields.MONEY_OUT);
        feedback.rows(DraftFeedbackFields.ADOPTED).forEach(row -> lines.add(masker.mask("采纳：" + row.get("point"))));
        feedback.rows(DraftFeedbackFields.NOT_ADOPTED)
                .forEach(row -> lines.add(masker.mask("未采纳：" + row.get("point") + "；理由：" + row.get("reason"))));
        lines.addAll(
                matter.isInstant()
                        ? further(matter, masker, PublishedForms.SETTLE_INSTANTLY, PublishedForms.REPORT_DONE)
                        : further(matter, masker, PublishedForms.DRAFT_FEEDBACK));
        if (!matter.isInstant()) {
            lines.add(masker.mask("对办理结果有异议的，可在公示期内向社区提出。"));
        }
        return lines;
    }

    private List<MaskedText> fields(Matter matter, Masker masker, String form, String... keys) {
        var lines = new ArrayList<MaskedText>();
        var said = records.latest(matter.matterNo(), form).map(forms::lines).orElse(List.of());
        for (var key : keys) {
            said.stream()
                    .filter(line -> line.key().equals(key))
                    .findFirst()
                    .ifPresent(line -> lines.add(masker.mask(line.label().replace("（必填）", "") + "：" + line.value())));
        }
        return lines;
    }

    /** What was entered in fields a process administrator added to these forms. */
    private List<MaskedText> further(Matter matter, Masker masker, String... names) {
        return Arrays.stream(names)
                .flatMap(form -> records.latest(matter.matterNo(), form).stream())
                .flatMap(record -> added.of(matter, record).stream())
                .map(line -> masker.mask(line.label() + "：" + line.value()))
                .toList();
    }

    private FormValues latest(Matter matter, String form) {
        return records.latest(matter.matterNo(), form)
                .map(Records.Record::values)
                .orElseGet(() -> new FormValues(Map.of()));
    }

    private String say(String key) {
        return messages.getMessage(key, null, key, Locale.CHINESE);
    }
}
