package org.qibu.agenda;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.process.DecisionTables;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Level;
import org.qibu.matter.MatterCode;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.Urgency;
import org.qibu.matter.contract.FixAgendaFields;
import org.qibu.matter.contract.PublishedElements;
import org.qibu.matter.contract.VerifyIssueFields;
import org.qibu.matter.form.Records;
import org.qibu.matter.pass.LimitedChoice;
import org.qibu.matter.pass.PassLimit;
import org.springframework.stereotype.Component;

/** The two committees' decision on a topic: on the agenda with time and place, back for study, or not at all. */
@Component
class FixAgenda implements FormHandler, LimitedChoice.Source {

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
        return AgendaForms.FIX_AGENDA;
    }

    @Override
    public List<LimitedChoice> limitedChoices() {
        return List.of(
                new LimitedChoice(formId(), FixAgendaFields.DECISION, "RETURN_FOR_STUDY", PassLimit.RETURN_FOR_STUDY));
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var values = records.own(
                form.matterNo(),
                formId(),
                FixAgendaFields.TOPIC_TEXT,
                FixAgendaFields.MEETING_AT,
                FixAgendaFields.VENUE_ID);
        values.putAll(FormHandler.emptied(FixAgendaFields.DECISION, FixAgendaFields.REASON));
        values.putIfAbsent(
                FixAgendaFields.TOPIC_TEXT,
                masking.title(matters.get(form.matterNo())).toString());
        values.put(FixAgendaFields.URGENCY, form.text(FixAgendaFields.URGENCY).orElse(Urgency.NORMAL.name()));
        values.put(FixAgendaFields.LEVEL, form.text(FixAgendaFields.LEVEL).orElse(Level.COMMUNITY.name()));
        if (values.get(FixAgendaFields.VENUE_ID) == null) {
            values.put(
                    FixAgendaFields.VENUE_ID,
                    communities.get(form.communityCode()).address());
        }
        if (new FormValues(values)
                .moment(FixAgendaFields.MEETING_AT)
                .filter(clock.instant()::isBefore)
                .isEmpty()) {
            values.put(FixAgendaFields.MEETING_AT, null);
        }
        return values;
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var matter = matters.get(form.matterNo());
        var decision = values.text(FixAgendaFields.DECISION);
        var routing = new HashMap<String, Object>();
        routing.put("agendaDecision", decision);
        routing.put(
                FixAgendaFields.URGENCY,
                values.optionalText(FixAgendaFields.URGENCY)
                        .or(() -> form.text(FixAgendaFields.URGENCY))
                        .orElse(Urgency.NORMAL.name()));
        routing.put(
                FixAgendaFields.LEVEL,
                values.optionalText(FixAgendaFields.LEVEL)
                        .or(() -> form.text(FixAgendaFields.LEVEL))
                        .orElse(Level.COMMUNITY.name()));
        if ("ADOPT".equals(decision)) {
            mustNotSink(form, String.valueOf(routing.get(FixAgendaFields.LEVEL)));
            mustLeaveTimeForNotice(values, routing);
        }
        matters.setPriority(
                matter.matterNo(),
                MatterCode.of(Urgency.class, String.valueOf(routing.get(FixAgendaFields.URGENCY))),
                MatterCode.of(Level.class, String.valueOf(routing.get(FixAgendaFields.LEVEL))));
        timeline.tell(matter, form.userId(), "agenda." + decision);
        return routing;
    }

    /** A matter that was taken up because its meetings came to nothing is not taken down again, or it would rise for ever. */
    private void mustNotSink(FormCase form, String level) {
        if (form.number("raises", 0) == 0) {
            return;
        }
        var facts = Map.<String, Object>of(
                VerifyIssueFields.AFFECTED_SCOPE,
                form.text(VerifyIssueFields.AFFECTED_SCOPE).orElse(""),
                "raises",
                form.number("raises", 0));
        var raised = String.valueOf(
                tables.single(AgendaElements.TABLE_ROUTE_LEVEL, facts).get(FixAgendaFields.LEVEL));
        if (Level.heightOf(level) < Level.heightOf(raised)) {
            throw new FormRefused(FixAgendaFields.LEVEL, "“在哪一级协商”：会议两次没有开成，事项已提到上一级，不能再降下来。");
        }
    }

    /** The notice of the meeting has to stand before it takes place; an emergency may meet at once. */
    private void mustLeaveTimeForNotice(FormValues values, Map<String, Object> routing) {
        var meeting = values.moment(FixAgendaFields.MEETING_AT).orElse(clock.instant());
        var days = tables.number(
                PublishedElements.TABLE_NOTICE_PERIOD, Map.of("noticeKind", PublishAgenda.NOTICE), "days");
        var emergency = Urgency.EMERGENCY.name().equals(routing.get(FixAgendaFields.URGENCY));
        var earliest = LocalDate.ofInstant(clock.instant(), Calendars.CHINA).plusDays(emergency ? 0 : days);
        if (LocalDate.ofInstant(meeting, Calendars.CHINA).isBefore(earliest)) {
            throw new FormRefused(FixAgendaFields.MEETING_AT, "会议要在公示满 " + days + " 天后召开，最早为 " + earliest + "。");
        }
    }
}
