package org.qibu.collection;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodTable;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.process.DecisionTables;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterCode;
import org.qibu.matter.MatterType;
import org.qibu.matter.Matters;
import org.qibu.matter.PublicTitles;
import org.qibu.matter.Track;
import org.qibu.matter.contract.FixAgendaFields;
import org.qibu.matter.contract.PublishedElements;
import org.qibu.matter.contract.VerifyIssueFields;
import org.qibu.matter.form.Records;
import org.springframework.stereotype.Component;

/** The check of an issue on the spot: its facts decide whether it is taken up, how urgent it is and which course it takes. */
@Component
class VerifyIssue implements FormHandler {

    private final PeriodTable periods;
    private final Matters matters;
    private final Records records;
    private final PublicTitles titles;
    private final DecisionTables tables;
    private final Clock clock;

    VerifyIssue(
            PeriodTable periods,
            Matters matters,
            Records records,
            PublicTitles titles,
            DecisionTables tables,
            Clock clock) {
        this.periods = periods;
        this.matters = matters;
        this.records = records;
        this.titles = titles;
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return CollectionForms.VERIFY_ISSUE;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Set<String> choices() {
        return Set.of("duplicateOfOptions");
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var matter = matters.get(form.matterNo());
        var near = matters.near(matter, lately());
        var options = new ArrayList<Map<String, Object>>();
        near.forEach(other ->
                options.add(Map.of("label", other.matterNo() + " " + other.title(), "value", other.matterNo())));
        var values = records.own(form.matterNo(), formId(), VerifyIssueFields.PUBLIC_TITLE);
        values.put("duplicateOfOptions", options);
        if (matter.publicTitle() != null) {
            values.put(VerifyIssueFields.PUBLIC_TITLE, matter.publicTitle());
        } else if (values.get(VerifyIssueFields.PUBLIC_TITLE) == null) {
            values.put(VerifyIssueFields.PUBLIC_TITLE, titles.suggest(matter));
        }
        return values;
    }

    @Override
    public String note(FormCase form) {
        return titles.warning(matters.get(form.matterNo()));
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var matter = matters.get(form.matterNo());
        var faults = new FormRefused.Collector();
        values.day(VerifyIssueFields.SITE_VISIT_ON)
                .ifPresent(day -> faults.check(
                        !day.isAfter(LocalDate.ofInstant(clock.instant(), Calendars.CHINA)),
                        VerifyIssueFields.SITE_VISIT_ON,
                        "“现场查看日期”不能晚于今天。"));
        checkDuplicate(matter, values.text(VerifyIssueFields.DUPLICATE_OF), faults);
        var title = values.optionalText(VerifyIssueFields.PUBLIC_TITLE);
        title.ifPresent(text -> titles.check(matter, text, values.flag(PublicTitles.SEEN), faults));
        faults.refuseIfAny();
        matters.verify(
                matter.matterNo(),
                MatterCode.of(MatterType.class, values.text(VerifyIssueFields.MATTER_TYPE)),
                values.whole(VerifyIssueFields.AFFECTED_HOUSEHOLDS));
        title.ifPresent(text -> titles.confirm(matter, text));
        var facts = facts(matter, values);
        facts.put(AskProposer.ASKED, form.number(AskProposer.ASKED, 0));
        return facts;
    }

    private void checkDuplicate(Matter matter, String duplicateOf, FormRefused.Collector faults) {
        if (duplicateOf.isEmpty()) {
            return;
        }
        var named =
                matters.find(duplicateOf).filter(found -> found.communityCode().equals(matter.communityCode()));
        if (named.isEmpty()) {
            faults.add(VerifyIssueFields.DUPLICATE_OF, "本社区没有编号为 " + duplicateOf + " 的事项，不能并入。");
            return;
        }
        var last = matters.lastOf(duplicateOf).orElseThrow();
        faults.check(
                !last.matterNo().equals(matter.matterNo()), VerifyIssueFields.DUPLICATE_OF, "不能并入事项自己，请另选一件在办的事项。");
        faults.check(
                last.matterNo().equals(matter.matterNo()) || !last.isClosed(),
                VerifyIssueFields.DUPLICATE_OF,
                "事项 " + last.matterNo() + " 已经结束，不能并入；请作为新的事项办理。");
    }

    private Map<String, Object> facts(Matter matter, FormValues values) {
        var type = values.text(VerifyIssueFields.MATTER_TYPE);
        var body =
                tables.single(PublishedElements.TABLE_DECISION_BODY_RULE, Map.of(VerifyIssueFields.MATTER_TYPE, type));
        var facts = new HashMap<String, Object>();
        for (var flag : List.of(
                VerifyIssueFields.VERIFIED,
                VerifyIssueFields.SAFETY_RISK,
                VerifyIssueFields.VULNERABLE_PEOPLE,
                VerifyIssueFields.PUBLIC_INTEREST,
                VerifyIssueFields.CONTESTED,
                VerifyIssueFields.TECHNICAL,
                VerifyIssueFields.GOVERNMENT_DUTY,
                VerifyIssueFields.COURT_OR_CASE_PENDING,
                VerifyIssueFields.ILLEGAL_DEMAND)) {
            facts.put(flag, values.flag(flag));
        }
        facts.put(
                VerifyIssueFields.DUPLICATE_OF,
                matters.lastOf(values.text(VerifyIssueFields.DUPLICATE_OF))
                        .map(Matter::matterNo)
                        .orElse(""));
        facts.put(
                VerifyIssueFields.COST_ESTIMATE,
                values.amount(VerifyIssueFields.COST_ESTIMATE)
                        .orElse(BigDecimal.ZERO)
                        .doubleValue());
        facts.put("repeatCount", matters.countAtSamePlace(matter, lately()));
        facts.put("statutory", Boolean.TRUE.equals(body.get("statutory")));
        facts.put(FixAgendaFields.URGENCY, "");
        facts.put("track", Track.IN_DEPTH.name());
        return facts;
    }

    /** Since when reports of one place count together. */
    private Instant lately() {
        return clock.instant().minus(Duration.ofDays(periods.amount(Period.SAME_PLACE)));
    }
}
