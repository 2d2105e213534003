package org.qibu.agenda;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.engine.DecisionTables;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormHandler;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Matters;
import org.qibu.matter.Records;
import org.qibu.matter.Timeline;
import org.springframework.stereotype.Component;

/** The two committees' decision on a topic: on the agenda with time and place, back for study, or not at all. */
@Component
class FixAgenda implements FormHandler {

    private static final List<String> LEVELS = List.of("BUILDING", "COMPOUND", "COMMUNITY", "SUBDISTRICT");

    private final Matters matters;
    private final Timeline timeline;
    private final DecisionTables tables;
    private final Records records;
    private final Communities communities;
    private final Clock clock;
    private final MatterMasking masking;

    FixAgenda(
            Matters matters,
            Timeline timeline,
            DecisionTables tables,
            Records records,
            Communities communities,
            Clock clock,
            MatterMasking masking) {
        this.matters = matters;
        this.records = records;
        this.timeline = timeline;
        this.tables = tables;
        this.communities = communities;
        this.clock = clock;
        this.masking = masking;
    }

    @Override
    public String formId() {
        return "fix-agenda";
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var values = records.own(form.matterNo(), formId(), "topicText", "meetingAt", "venueId");
        values.putAll(FormHandler.emptied("decision", "reason"));
        values.putIfAbsent(
                "topicText", masking.title(matters.get(form.matterNo())).toString());
        values.put("urgency", form.text("urgency").orElse("NORMAL"));
        values.put("level", form.text("level").orElse("COMMUNITY"));
        if (values.get("venueId") == null) {
            values.put("venueId", communities.get(form.communityCode()).address());
        }
        if (new FormValues(values)
                .moment("meetingAt")
                .filter(clock.instant()::isBefore)
                .isEmpty()) {
            values.put("meetingAt", null);
        }
        return values;
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var matter = matters.get(form.matterNo());
        var decision = values.text("decision");
        var routing = new HashMap<String, Object>();
        routing.put("agendaDecision", decision);
        routing.put(
                "urgency",
                values.optionalText("urgency").or(() -> form.text("urgency")).orElse("NORMAL"));
        routing.put(
                "level",
                values.optionalText("level").or(() -> form.text("level")).orElse("COMMUNITY"));
        if ("ADOPT".equals(decision)) {
            mustNotSink(form, String.valueOf(routing.get("level")));
            mustLeaveTimeForNotice(values, routing);
        }
        matters.change(matter.matterNo(), Map.of("urgency", routing.get("urgency"), "level", routing.get("level")));
        timeline.tell(matter, form.userId(), "agenda." + decision);
        return routing;
    }

    /** A matter that was taken up because its meetings came to nothing is not taken down again, or it would rise for ever. */
    private void mustNotSink(FormCase form, String level) {
        if (form.number("raises", 0) == 0) {
            return;
        }
        var facts = Map.<String, Object>of(
                "affectedScope", form.text("affectedScope").orElse(""), "raises", form.number("raises", 0));
        var raised = String.valueOf(tables.single("route-level", facts).get("level"));
        if (LEVELS.indexOf(level) < LEVELS.indexOf(raised)) {
            throw new FormRefused("level", "“在哪一级协商”：会议两次没有开成，事项已提到上一级，不能再降下来。");
        }
    }

    /** The notice of the meeting has to stand before it takes place; an emergency may meet at once. */
    private void mustLeaveTimeForNotice(FormValues values, Map<String, Object> routing) {
        var meeting = values.moment("meetingAt").orElse(clock.instant());
        var days = tables.single("notice-period", Map.of("noticeKind", PublishAgenda.NOTICE))
                .get("days");
        var emergency = "EMERGENCY".equals(routing.get("urgency"));
        var earliest = LocalDate.ofInstant(clock.instant(), Calendars.CHINA)
                .plusDays(emergency ? 0 : ((Number) days).intValue());
        if (LocalDate.ofInstant(meeting, Calendars.CHINA).isBefore(earliest)) {
            throw new FormRefused("meetingAt", "会议要在公示满 " + days + " 天后召开，最早为 " + earliest + "。");
        }
    }
}
