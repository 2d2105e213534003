package org.qibu.notices;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.engine.FormValues;
import org.qibu.matter.FormTexts;
import org.qibu.matter.Masking;
import org.qibu.matter.Matter;
import org.qibu.matter.Records;
import org.qibu.voting.Poll;
import org.qibu.voting.Polls;
import org.qibu.voting.ResultTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a notice out of what the forms of a matter say, with everything personal masked. */
@Component
class NoticeTexts {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINESE);

    private final Records records;
    private final FormTexts forms;
    private final Polls polls;
    private final ResultTexts results;
    private final Communities communities;
    private final Masking masking;
    private final MessageSource messages;

    NoticeTexts(
            Records records,
            FormTexts forms,
            Polls polls,
            ResultTexts results,
            Communities communities,
            Masking masking,
            MessageSource messages) {
        this.records = records;
        this.forms = forms;
        this.polls = polls;
        this.results = results;
        this.communities = communities;
        this.masking = masking;
        this.messages = messages;
    }

    /** A heading and the lines below it. */
    record Text(String title, String body) {}

    Text of(Matter matter, String kind) {
        var lines = new ArrayList<String>();
        lines.add(communities.get(matter.communityCode()).name() + "，事项编号 " + matter.matterNo());
        lines.addAll(
                kind.startsWith("AGENDA")
                        ? agenda(matter)
                        : kind.startsWith("RESULT") ? decision(matter) : completion(matter));
        var title = say("notice." + kind) + "：" + matter.title();
        return new Text(masking.mask(matter, title), String.join("\n", lines));
    }

    private List<String> agenda(Matter matter) {
        var agenda = latest(matter, "fix-agenda");
        var lines = fields(matter, "fix-agenda", agenda, "topicText");
        agenda.moment("meetingAt")
                .ifPresent(at -> lines.add("时间：" + at.atZone(Calendars.CHINA).format(WHEN)));
        // a place of meeting is no home, its room stays readable
        lines.add("地点："
                + agenda.optionalText("venueId")
                        .orElseGet(() -> communities.get(matter.communityCode()).address()));
        lines.addAll(fields(matter, "fix-agenda", agenda, "form", "mode", "convenor"));
        lines.add("对议题有不同意见的，可在公示期内向社区提出。");
        return lines;
    }

    private List<String> decision(Matter matter) {
        var lines = new ArrayList<String>();
        var poll = polls.current(matter.matterNo());
        poll.map(results::lines).stream().flatMap(List::stream).forEach(line -> lines.add(masking.mask(matter, line)));
        lines.addAll(fields(matter, "prepare-ballot", latest(matter, "prepare-ballot"), "method"));
        lines.add(
                poll.filter(Poll::isPassed).isPresent()
                        ? "对表决结果有异议的，可在公示期内向社区提出。"
                        : "表决没有通过，事项怎样继续，社区会另行告知；有疑问的，可以向社区提出。");
        return lines;
    }

    private List<String> completion(Matter matter) {
        var feedback = latest(matter, "draft-feedback");
        var lines = fields(matter, "draft-feedback", feedback, "resultSummary", "whatChanged", "moneyIn", "moneyOut");
        feedback.rows("adopted").forEach(row -> lines.add(masking.mask(matter, "采纳：" + row.get("point"))));
        feedback.rows("notAdopted")
                .forEach(
                        row -> lines.add(masking.mask(matter, "未采纳：" + row.get("point") + "；理由：" + row.get("reason"))));
        if (!matter.isInstant()) {
            lines.add("对办理结果有异议的，可在公示期内向社区提出。");
        }
        return lines;
    }

    private List<String> fields(Matter matter, String form, FormValues values, String... keys) {
        var lines = new ArrayList<String>();
        var said = forms.lines(form, values);
        for (var key : keys) {
            said.stream()
                    .filter(line -> line.key().equals(key))
                    .findFirst()
                    .ifPresent(line ->
                            lines.add(line.label().replace("（必填）", "") + "：" + masking.mask(matter, line.value())));
        }
        return lines;
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
