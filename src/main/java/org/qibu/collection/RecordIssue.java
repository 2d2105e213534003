package org.qibu.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.spi.StartFormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.NewMatter;
import org.qibu.matter.Timeline;
import org.qibu.matter.Track;
import org.qibu.matter.contract.DeliberationElements;
import org.qibu.matter.contract.FixAgendaFields;
import org.qibu.matter.contract.RecordIssueFields;
import org.qibu.matter.contract.VerifyIssueFields;
import org.qibu.matter.form.Records;
import org.springframework.stereotype.Component;

/** The form every matter begins with, filled by whoever raises it or by staff on their behalf. */
@Component
class RecordIssue implements StartFormHandler {

    private final Matters matters;
    private final Records records;
    private final Timeline timeline;
    private final Communities communities;
    private final Accounts accounts;
    private final Clock clock;

    RecordIssue(
            Matters matters,
            Records records,
            Timeline timeline,
            Communities communities,
            Accounts accounts,
            Clock clock) {
        this.matters = matters;
        this.records = records;
        this.timeline = timeline;
        this.communities = communities;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return CollectionForms.RECORD_ISSUE;
    }

    @Override
    public Set<String> choices() {
        return Set.of("communityCodeOptions");
    }

    @Override
    public Map<String, Object> prefill(String userId) {
        var own = own(userId);
        var prefill = new HashMap<String, Object>();
        prefill.put(
                "communityCodeOptions",
                own.stream()
                        .map(community -> Map.of("label", community.name(), "value", community.code()))
                        .toList());
        if (own.size() == 1) {
            prefill.put(RecordIssueFields.COMMUNITY_CODE, own.get(0).code());
        }
        return prefill;
    }

    @Override
    public Started submit(String userId, FormValues values) {
        var community = community(userId, values);
        values.day(RecordIssueFields.HAPPENED_ON).ifPresent(this::mustNotBeToCome);
        var matter = matters.open(new NewMatter(
                community,
                values.text(RecordIssueFields.TITLE),
                values.text(RecordIssueFields.DESCRIPTION),
                values.text(RecordIssueFields.LOCATION),
                values.text(RecordIssueFields.BUILDING_NO),
                values.text(RecordIssueFields.UNIT_NO),
                values.text(RecordIssueFields.CHANNEL),
                values.day(RecordIssueFields.HAPPENED_ON).orElse(null),
                values.all().containsKey(RecordIssueFields.AFFECTED_HOUSEHOLDS)
                        ? values.whole(RecordIssueFields.AFFECTED_HOUSEHOLDS)
                        : null,
                values.text(RecordIssueFields.PROPOSER_NAME),
                values.text(RecordIssueFields.PROPOSER_PHONE),
                values.text(RecordIssueFields.PROPOSER_EMAIL),
                values.flag(RecordIssueFields.PROPOSER_ANONYMOUS),
                userId));
        records.record(matter, formId(), DeliberationElements.START_ISSUE_RECORDED, null, userId, values.all());
        timeline.tell(matter, userId, "raised", values.text(RecordIssueFields.CHANNEL));
        return new Started(matter.matterNo(), community, firstRouting());
    }

    private String community(String userId, FormValues values) {
        return userId == null ? anyCommunity(values) : ownCommunity(userId, values);
    }

    /** A resident names the community; nobody checks where they live. */
    private String anyCommunity(FormValues values) {
        var asked = values.optionalText(RecordIssueFields.COMMUNITY_CODE)
                .orElseThrow(() -> new FormRefused(RecordIssueFields.COMMUNITY_CODE, "请选择所属社区。"));
        return communities
                .find(asked)
                .map(Community::code)
                .orElseThrow(
                        () -> new FormRefused(RecordIssueFields.COMMUNITY_CODE, "没有编号为“" + asked + "”的社区，请从列表中选择。"));
    }

    private String ownCommunity(String userId, FormValues values) {
        var own = own(userId);
        var asked = values.optionalText(RecordIssueFields.COMMUNITY_CODE);
        if (asked.isEmpty() && own.size() == 1) {
            return own.get(0).code();
        }
        return own.stream()
                .map(Community::code)
                .filter(code -> code.equals(asked.orElse("")))
                .findFirst()
                .orElseThrow(() -> new FormRefused(
                        RecordIssueFields.COMMUNITY_CODE, asked.isEmpty() ? "请选择所属社区。" : "您不在这个社区任职，请选择您所在的社区。"));
    }

    private List<Community> own(String userId) {
        return accounts.find(userId)
                .map(account -> communities.of(account.communities()))
                .orElse(List.of());
    }

    private void mustNotBeToCome(LocalDate day) {
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), Calendars.CHINA))) {
            throw new FormRefused(RecordIssueFields.HAPPENED_ON, "“发生日期”不能晚于今天。");
        }
    }

    /** Every value a later condition reads exists from the start. */
    @Override
    public Map<String, Object> firstRouting() {
        var routing = new HashMap<String, Object>(Map.of(
                "round",
                1,
                "adjourned",
                0,
                "cycle",
                1,
                "reopened",
                0,
                "rectified",
                0,
                "raises",
                0,
                "statutory",
                false,
                VerifyIssueFields.TECHNICAL,
                false,
                "implementationEntry",
                "PLAN"));
        for (var name : List.of(
                FixAgendaFields.LEVEL,
                FixAgendaFields.URGENCY,
                VerifyIssueFields.MATTER_TYPE,
                VerifyIssueFields.AFFECTED_SCOPE,
                "decisionBody",
                "ruleId",
                "returnTo")) {
            routing.put(name, "");
        }
        routing.put("track", Track.IN_DEPTH.name());
        return routing;
    }
}
