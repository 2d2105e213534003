package org.qibu.matter.form;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.SpokenDates;
import org.qibu.community.Communities;
import org.qibu.matter.Matter;
import org.qibu.matter.Step;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.text.CodeLabels;
import org.qibu.text.Markdown;
import org.springframework.stereotype.Component;

/** What a form opens with: the matter in a few lines and what the step before left, as Markdown with harmless text. */
@Component
class Brief {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINESE);
    private static final int LONGEST = 160;
    private static final int MOST_LINES = 8;

    private final CodeLabels labels;
    private final FormTexts forms;
    private final AddedFields added;
    private final Names names;
    private final Communities communities;

    Brief(CodeLabels labels, FormTexts forms, AddedFields added, Names names, Communities communities) {
        this.labels = labels;
        this.forms = forms;
        this.added = added;
        this.names = names;
        this.communities = communities;
    }

    String of(Matter matter, List<Records.Record> records) {
        var text = new StringBuilder()
                .append("**")
                .append(Markdown.plain(matter.title()))
                .append("**\n\n")
                .append(matter.matterNo())
                .append(" · ")
                .append(Markdown.plain(communities.get(matter.communityCode()).name()))
                .append(" · ")
                .append(Markdown.plain(matter.location()))
                .append(" · ")
                .append(labels.step(matter.step(), Locale.CHINESE))
                .append(state(matter))
                .append("\n\n")
                .append(Markdown.plain(cut(matter.description())))
                .append("\n\n");
        var before = records.stream()
                .filter(record -> !record.form().equals(PublishedForms.RECORD_ISSUE))
                .reduce((first, second) -> second);
        before.ifPresent(record -> append(text, record, names.of(matter, List.of(record))));
        return text.append("\n\n[打开“事项”页](/staff/matters/")
                .append(matter.matterNo())
                .append(")\n")
                .toString();
    }

    private String state(Matter matter) {
        var urgency = matter.urgency() == null ? "" : " · " + labels.label(matter.urgency(), Locale.CHINESE);
        var round = matter.step() == Step.S3 && !matter.isInstant() ? " · 第 " + matter.round() + " 轮" : "";
        return urgency + round;
    }

    private void append(StringBuilder text, Records.Record record, Map<String, String> called) {
        text.append("**上一步** ")
                .append(forms.titleOf(record.form(), Locale.CHINESE))
                .append("（")
                .append(record.at().atZone(Calendars.CHINA).format(WHEN))
                .append("）\n\n");
        var lines = forms.lines(record, value -> called.getOrDefault(value, SpokenDates.spoken(value, Locale.CHINESE)));
        var further = added.keys(record);
        lines.stream()
                .filter(line -> further.contains(line.key()) || lines.indexOf(line) < MOST_LINES)
                .forEach(line -> text.append("- ")
                        .append(Markdown.plain(line.label().replace("（必填）", "")))
                        .append("：")
                        .append(Markdown.plain(cut(line.value())))
                        .append("\n"));
    }

    private static String cut(String text) {
        var oneLine = text.replaceAll("\\s+", " ");
        return oneLine.length() > LONGEST
                ? oneLine.substring(0, oneLine.offsetByCodePoints(0, oneLine.codePointCount(0, LONGEST) - 1)) + "…"
                : oneLine;
    }
}
