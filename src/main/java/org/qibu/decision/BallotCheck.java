package org.qibu.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.process.DecisionTables;
import org.qibu.matter.MatterType;
import org.qibu.matter.Urgency;
import org.qibu.matter.contract.FixAgendaFields;
import org.qibu.matter.contract.PrepareBallotFields;
import org.qibu.matter.contract.PublishedElements;
import org.qibu.matter.contract.VerifyIssueFields;
import org.qibu.voting.polls.Electorate;
import org.qibu.voting.polls.Electorates;
import org.qibu.voting.rules.BodyRule;
import org.qibu.voting.rules.BodyRules;
import org.springframework.stereotype.Component;

/** Whether a vote can be held as prepared: a rule, a roll of known size, a way of counting that fits both. */
@Component
class BallotCheck {

    /** Regulation on property management art. 14; Villagers' committees act of 2025 art. 25; interested owners by default. */
    private static final Map<String, String> CALL_OF_BODY = Map.of(
            "OWNERS", "AGENDA_OWNERS_REGULAR",
            "INTERESTED_OWNERS", "AGENDA_INTERESTED_OWNERS",
            "VILLAGERS_MEETING", "AGENDA_VILLAGERS",
            "VILLAGE_REP_MEETING", "AGENDA_VILLAGE_REPS");

    private final BodyRules rules;
    private final Electorates electorates;
    private final DecisionTables tables;

    BallotCheck(BodyRules rules, Electorates electorates, DecisionTables tables) {
        this.rules = rules;
        this.electorates = electorates;
        this.tables = tables;
    }

    /** A vote that can be held. */
    record Prepared(BodyRule rule, Electorate electorate) {}

    List<Electorate> electorates(FormCase form) {
        return electorates.fitting(form.communityCode(), body(form));
    }

    /** Whether this matter's body counts area beside heads, so that hands would not do. */
    boolean isByBallot(FormCase form) {
        return form.text("ruleId").flatMap(rules::find).filter(BodyRule::dual).isPresent();
    }

    /**
     * How many days before the vote those entitled are to be told, as the notice table says for the body that decides;
     * none where its law names no days, or an emergency repair is paid from the maintenance fund (Civil Code art. 281).
     */
    int daysToNotify(FormCase form) {
        var call = CALL_OF_BODY.get(body(form));
        if (call == null || isEmergencyRepair(form)) {
            return 0;
        }
        return tables.number(PublishedElements.TABLE_NOTICE_PERIOD, Map.of("noticeKind", call), "days");
    }

    private static boolean isEmergencyRepair(FormCase form) {
        return form.text(FixAgendaFields.URGENCY)
                        .filter(Urgency.EMERGENCY.name()::equals)
                        .isPresent()
                && form.text(VerifyIssueFields.MATTER_TYPE)
                        .filter(MatterType.OWN_5_USE_FUND.name()::equals)
                        .isPresent();
    }

    Prepared check(FormCase form, FormValues values) {
        var faults = new FormRefused.Collector();
        var electorate =
                electorates.find(form.communityCode(), body(form), values.text(PrepareBallotFields.ELECTORATE_ID));
        faults.check(electorate.isPresent(), PrepareBallotFields.ELECTORATE_ID, noRoll(form));
        var rule = electorate.flatMap(found -> rule(form, found));
        faults.check(rule.isPresent() || electorate.isEmpty(), "", "没有找到这类事项的表决规则，请管理员先在规则表中补上。");
        checkMethod(
                values.text(PrepareBallotFields.METHOD), values.text(PrepareBallotFields.SILENT_RULE), rule, faults);
        checkTimes(values, faults);
        faults.refuseIfAny();
        return new Prepared(rule.orElseThrow(), electorate.orElseThrow());
    }

    private static void checkMethod(
            String method, String silentRule, Optional<BodyRule> rule, FormRefused.Collector faults) {
        faults.check(!"ONLINE".equals(method), PrepareBallotFields.METHOD, "不能只在线上投票，不用手机的人也要能投；请选择“纸质投票”或“纸质加线上”。");
        var byHandWithArea =
                "HAND".equals(method) && rule.filter(BodyRule::dual).isPresent();
        var silenceOfHands = "HAND".equals(method) && "COUNT_WITH_MAJORITY".equals(silentRule);
        faults.check(!silenceOfHands, PrepareBallotFields.SILENT_RULE, "会上举手没有要交回的票，请选择“不计入”。");
        faults.check(!byHandWithArea, PrepareBallotFields.METHOD, "业主表决要同时计面积和人数，举手只能计人数；请选择“纸质投票”。");
    }

    private static void checkTimes(FormValues values, FormRefused.Collector faults) {
        var opens = values.moment(PrepareBallotFields.OPENS_AT).orElseThrow();
        var closes = values.moment(PrepareBallotFields.CLOSES_AT).orElseThrow();
        faults.check(closes.isAfter(opens), PrepareBallotFields.CLOSES_AT, "“截止日期”要在“开始日期”之后。");
    }

    private Optional<BodyRule> rule(FormCase form, Electorate electorate) {
        return form.text("ruleId").map(electorate::ruleFor).flatMap(rules::find);
    }

    private String noRoll(FormCase form) {
        return electorates(form).isEmpty() ? "还没有导入表决权人名册，无法确定应到人数，不能组织表决；请先导入名册。" : "请从列表中选择“谁来表决”。";
    }

    private static String body(FormCase form) {
        return form.text("decisionBody").orElse("");
    }
}
