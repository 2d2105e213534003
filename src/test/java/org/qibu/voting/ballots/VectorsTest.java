package org.qibu.voting.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.matter.pass.PassLimit;
import org.qibu.matter.pass.PassLimits;
import org.qibu.process.ProcessTest;
import org.qibu.voting.rules.Share;
import org.qibu.voting.rules.Shares;
import org.springframework.beans.factory.annotation.Autowired;

/** Votes on and beside every boundary, through the tables as they are deployed. */
class VectorsTest extends ProcessTest {

    @Autowired
    private PassLimits limits;

    @Autowired
    private Shares shares;

    @ParameterizedTest(
            name =
                    "duplicate ''{0}'', unlawful {1}, court {2}, duty {3}, {4} households, public {5}, contested {6}, verified {7} → {8}")
    @CsvSource({
        // duplicateOf, illegal, court, duty, households, public, contested, verified
        "HZ-AS-2026-0001, true, true, true, 26, true, true, false, MERGE",
        "'', true, true, true, 26, true, true, true, REJECT",
        "'', true, false, false, 1, false, false, false, REJECT",
        "'', false, true, true, 26, true, true, true, REJECT",
        "'', false, false, true, 26, true, true, true, REFER",
        "'', false, false, true, 26, true, true, false, REFER",
        "'', false, false, false, 26, true, true, false, ASK_MORE",
        "'', false, false, false, 1, false, false, false, ASK_MORE",
        "'', false, false, false, 0, false, false, true, DIRECT_ANSWER",
        "'', false, false, false, 1, false, false, true, DIRECT_ANSWER",
        "'', false, false, false, 1, true, false, true, ACCEPT",
        "'', false, false, false, 1, false, true, true, ACCEPT",
        "'', false, false, false, 2, false, false, true, ACCEPT",
        "'', false, false, false, 26, true, true, true, ACCEPT",
        ", false, false, false, 26, true, true, true, ACCEPT",
        "'', false, false, false, 26, true, true, , ASK_MORE"
    })
    void anIssueIsTakenUpOrNot(
            String duplicateOf,
            boolean illegal,
            boolean court,
            boolean duty,
            int households,
            boolean publicInterest,
            boolean contested,
            Boolean verified,
            String result) {
        assertThat(one(
                        "accept-issue",
                        "collectionResult",
                        "duplicateOf",
                        duplicateOf,
                        "illegalDemand",
                        illegal,
                        "courtOrCasePending",
                        court,
                        "governmentDuty",
                        duty,
                        "affectedHouseholds",
                        (long) households,
                        "publicInterest",
                        publicInterest,
                        "contested",
                        contested,
                        "verified",
                        verified))
                .isEqualTo(result);
    }

    @ParameterizedTest(name = "risk {0}, {1} households, {2} times before, vulnerable {3} → {4}")
    @CsvSource({
        "true, 1, 0, false, EMERGENCY",
        "true, 80, 5, true, EMERGENCY",
        "false, 50, 0, false, URGENT",
        "false, 49, 0, false, NORMAL",
        "false, 51, 9, true, URGENT",
        "false, 2, 3, false, URGENT",
        "false, 2, 2, false, NORMAL",
        "false, 1, 3, false, URGENT",
        "false, 1, 0, true, URGENT",
        "false, 2, 0, false, NORMAL",
        "false, 1, 2, false, PLANNED",
        "false, 0, 0, false, PLANNED",
        "false, , 0, false, NORMAL"
    })
    void priorityFollowsRiskReachRepetitionAndVulnerability(
            boolean risk, Long households, long repeats, boolean vulnerable, String urgency) {
        assertThat(one(
                        "set-priority",
                        "urgency",
                        "safetyRisk",
                        risk,
                        "affectedHouseholds",
                        households,
                        "repeatCount",
                        repeats,
                        "vulnerablePeople",
                        vulnerable))
                .isEqualTo(urgency);
    }

    @ParameterizedTest(name = "{0} households, {1} yuan, statutory {2}, technical {3}, contested {4} → {5}")
    @CsvSource({
        "5, 2000, false, false, false, INSTANT",
        "5, 0, false, false, false, INSTANT",
        "5, , false, false, false, INSTANT",
        "1, 1999.99, false, false, false, INSTANT",
        "6, 0, false, false, false, IN_DEPTH",
        "5, 2000.01, false, false, false, IN_DEPTH",
        "5, 2001, false, false, false, IN_DEPTH",
        "3, 0, true, false, false, IN_DEPTH",
        "3, 0, false, true, false, IN_DEPTH",
        "3, 0, false, false, true, IN_DEPTH",
        ", 0, false, false, false, IN_DEPTH"
    })
    void onlySmallPlainUncontestedMattersTakeTheShortCourse(
            Long households, Double cost, boolean statutory, boolean technical, boolean contested, String track) {
        assertThat(one(
                        "route-track",
                        "track",
                        "affectedHouseholds",
                        households,
                        "costEstimate",
                        cost,
                        "statutory",
                        statutory,
                        "technical",
                        technical,
                        "contested",
                        contested))
                .isEqualTo(track);
    }

    @ParameterizedTest(name = "{0} raised {1} times → {2}")
    @CsvSource({
        "STAIRWELL, 0, BUILDING",
        "STAIRWELL, 1, COMPOUND",
        "BUILDING, 0, BUILDING",
        "BUILDING, 1, COMPOUND",
        "BUILDING, 2, COMMUNITY",
        "BUILDING, 3, SUBDISTRICT",
        "BUILDING, 4, SUBDISTRICT",
        "COMPOUND, 0, COMPOUND",
        "COMPOUND, 1, COMMUNITY",
        "COMPOUND, 2, SUBDISTRICT",
        "COMPOUND, 3, SUBDISTRICT",
        "COMMUNITY, 0, COMMUNITY",
        "COMMUNITY, 1, SUBDISTRICT",
        "CROSS_COMMUNITY, 0, SUBDISTRICT",
        "CROSS_COMMUNITY, 3, SUBDISTRICT",
        "'', 0, COMMUNITY"
    })
    void theLevelFollowsTheScopeAndHowOftenItWasRaised(String scope, int raises, String level) {
        assertThat(one("route-level", "level", "affectedScope", scope, "raises", raises))
                .isEqualTo(level);
    }

    @ParameterizedTest(name = "{0} in round {1} → {2}")
    @CsvSource({
        "OWN_1_ASSEMBLY_RULES, 1, LEADING PRINCIPAL RESOURCE",
        "OWN_5_USE_FUND, 1, LEADING PRINCIPAL RESOURCE",
        "OWN_5_USE_FUND, 2, LEADING PRINCIPAL RESOURCE TECHNICAL",
        "OWN_10_HOME_TO_BUSINESS, 2, LEADING PRINCIPAL RESOURCE TECHNICAL",
        "OWN_7_REBUILD, 1, LEADING PRINCIPAL RESOURCE TECHNICAL",
        "OWN_7_REBUILD, 2, LEADING PRINCIPAL RESOURCE TECHNICAL",
        "COM_AFFAIR, 1, LEADING PRINCIPAL RESOURCE",
        "COM_AFFAIR, 3, LEADING PRINCIPAL RESOURCE",
        "GOV_ENTRUSTED, 1, LEADING PRINCIPAL RESOURCE",
        "CROSS_COMMUNITY, 1, LEADING PRINCIPAL RESOURCE",
        "DISPUTE, 1, LEADING PRINCIPAL TECHNICAL",
        "NUISANCE, 1, LEADING PRINCIPAL TECHNICAL",
        "RES_COVENANT, 1, LEADING PRINCIPAL TECHNICAL",
        "RES_MAJOR, 1, LEADING PRINCIPAL",
        "VIL_GROUP, 1, LEADING PRINCIPAL",
        "'', 1, LEADING PRINCIPAL"
    })
    void eachKindOfMatterHasItsRequiredParties(String matterType, int round, String parties) {
        assertThat(tables.evaluate("required-parties", facts("matterType", matterType, "round", round)))
                .extracting(row -> row.get("party"))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrder((Object[]) parties.split(" "));
    }

    /** What a meeting comes to, judged by the deployed shares and table. */
    @ParameterizedTest(
            name =
                    "{0}: {1} invited, {2} present, missing {3}, {4} agree, objection {5}, round {6}, adjourned {7}, statutory {8} → {9}")
    @CsvSource({
        "C01, 15, 10, false, 7, false, 1, 0, false, CONSENSUS",
        "C02, 15, 9, false, 9, false, 1, 0, false, ADJOURN",
        "C04, 12, 12, false, 8, false, 1, 0, true, CONSENSUS_TO_VOTE",
        "C05, 12, 12, false, 7, false, 1, 0, false, NEXT_ROUND",
        "C07, 12, 12, false, 6, false, 3, 0, false, NOT_ADOPTED",
        "C10, 15, 9, false, 9, false, 1, 2, false, RAISE_LEVEL",
        "adjourned once, 15, 9, false, 9, false, 1, 1, false, ADJOURN",
        "adjourned thrice, 15, 9, true, 9, false, 3, 3, true, RAISE_LEVEL",
        "missing, 15, 15, true, 15, false, 1, 0, false, ADJOURN",
        "missing once, 15, 15, true, 15, false, 3, 1, false, ADJOURN",
        "missing twice, 15, 15, true, 15, false, 1, 2, false, CONSENSUS",
        "missing twice to vote, 15, 15, true, 15, false, 1, 2, true, CONSENSUS_TO_VOTE",
        "objection in round 1, 12, 12, false, 12, true, 1, 0, false, MEDIATE_THEN_NEXT_ROUND",
        "objection in round 2, 12, 12, false, 12, true, 2, 0, true, MEDIATE_THEN_NEXT_ROUND",
        "objection in round 3, 12, 12, false, 12, true, 3, 0, true, TO_VOTE_WITH_DISSENT",
        "objection in round 3, 12, 12, false, 12, true, 3, 0, false, TO_RESIDENTS_MEETING",
        "majority in round 2, 12, 12, false, 7, true, 2, 0, true, NEXT_ROUND",
        "majority in round 3, 12, 12, false, 7, false, 3, 0, true, TO_VOTE_WITH_DISSENT",
        "majority in round 3, 12, 12, false, 7, true, 3, 0, false, TO_RESIDENTS_MEETING",
        "half in round 2, 12, 12, false, 6, false, 2, 0, true, NEXT_ROUND",
        "half in round 3, 12, 12, false, 6, false, 3, 0, true, NOT_ADOPTED",
        "consensus in round 3, 12, 12, false, 8, false, 3, 0, false, CONSENSUS",
        "round 4, 12, 12, false, 6, false, 4, 0, false, NOT_ADOPTED"
    })
    void theConsensusIsJudgedByExactNumbers(
            String name,
            int invited,
            int present,
            boolean missing,
            int agree,
            boolean majorObjection,
            int round,
            int adjourned,
            boolean statutory,
            String result) {
        var agreement = share("CONS_CONSENSUS").isReachedBy(agree, present)
                ? "CONSENSUS"
                : share("CONS_MAJORITY").isReachedBy(agree, present) ? "MAJORITY" : "NONE";
        assertThat(one(
                        "judge-consensus",
                        "meetingResult",
                        "attendanceMet",
                        share("CONS_ATTENDANCE").isReachedBy(present, invited),
                        "partyMissing",
                        missing,
                        "agreement",
                        agreement,
                        "majorObjection",
                        majorObjection,
                        "roundUsedUp",
                        round >= limits.most(PassLimit.ROUND),
                        "adjournedUsedUp",
                        adjourned >= limits.most(PassLimit.ADJOURN),
                        "statutory",
                        statutory))
                .isEqualTo(result);
    }

    /** What an evaluation comes to, judged by the deployed shares and table. */
    @ParameterizedTest(
            name =
                    "{0}: sent {1}, content {2}, not {3}, goal {4}, relapse {5}, reopened {6}, rectified {7}, repeated {8}, ruling ''{9}'' → {10}")
    @CsvSource({
        "R01, 50, 40, 10, FULL, false, 0, 0, false, '', CLOSE",
        "R02, 50, 39, 11, FULL, false, 0, 0, false, '', RECTIFY",
        "R04, 50, 29, 21, FULL, false, 0, 0, false, '', REOPEN_IMPLEMENTATION",
        "R07, 50, 50, 0, FULL, true, 0, 0, false, '', REOPEN_IMPLEMENTATION",
        "R09, 50, 50, 0, NO, false, 0, 0, false, '', REOPEN_CONSULTATION",
        "R10, 50, 50, 0, PART, false, 0, 0, false, '', RECTIFY",
        "relapse again, 50, 50, 0, FULL, true, 1, 0, false, '', REOPEN_IMPLEMENTATION",
        "relapse a third time, 50, 50, 0, FULL, true, 2, 0, false, '', SPECIAL_INSPECTION",
        "missed again, 50, 50, 0, NO, false, 1, 0, false, '', REOPEN_CONSULTATION",
        "missed a third time, 50, 50, 0, NO, false, 2, 0, false, '', SPECIAL_INSPECTION",
        "exactly 30 answers, 100, 30, 0, FULL, false, 0, 0, false, '', CLOSE",
        "29 answers, 100, 29, 0, FULL, false, 0, 0, false, '', REPEAT_SURVEY",
        "29 answers ruled at once, 100, 29, 0, FULL, false, 0, 0, false, CLOSE, REPEAT_SURVEY",
        "29 answers again, 100, 29, 0, FULL, false, 0, 0, true, '', INCONCLUSIVE",
        "ruled closed, 100, 29, 0, PART, false, 2, 2, true, CLOSE, CLOSE",
        "ruled open, 100, 29, 0, FULL, false, 1, 0, true, REOPEN, REOPEN_IMPLEMENTATION",
        "ruled open too often, 100, 29, 0, FULL, false, 2, 0, true, REOPEN, SPECIAL_INSPECTION",
        "exactly 60, 100, 60, 40, FULL, false, 0, 0, false, '', RECTIFY",
        "59, 100, 59, 41, FULL, false, 1, 0, false, '', REOPEN_IMPLEMENTATION",
        "59 a third time, 100, 59, 41, PART, false, 2, 0, false, '', SPECIAL_INSPECTION",
        "fair a second time, 100, 79, 21, PART, false, 0, 1, false, '', RECTIFY",
        "fair a third time, 100, 79, 21, FULL, false, 0, 2, false, '', SPECIAL_INSPECTION",
        "part a third time, 100, 80, 20, PART, false, 0, 2, false, '', SPECIAL_INSPECTION",
        "good after all, 100, 80, 20, FULL, false, 2, 2, true, '', CLOSE",
        "no goal stated, 100, 80, 20, , false, 0, 0, false, '', INCONCLUSIVE"
    })
    void theResultIsEvaluatedByExactNumbers(
            String name,
            int sent,
            int content,
            int unhappy,
            String goalMet,
            boolean relapse,
            int reopened,
            int rectified,
            boolean repeated,
            String ruling,
            String result) {
        var answers = content + unhappy;
        var satisfaction = share("SATISFACTION_GOOD").isReachedBy(content, answers)
                ? "GOOD"
                : share("SATISFACTION_FAIR").isReachedBy(content, answers) ? "FAIR" : "POOR";
        assertThat(one(
                        "evaluate-result",
                        "evaluationResult",
                        "relapse",
                        relapse,
                        "goalMet",
                        goalMet,
                        "answersEnough",
                        share("SURVEY_ANSWERS").isReachedBy(answers, sent),
                        "satisfaction",
                        satisfaction,
                        "reopenedUsedUp",
                        reopened >= limits.most(PassLimit.REOPEN),
                        "rectifiedUsedUp",
                        rectified >= limits.most(PassLimit.RECTIFY),
                        "surveyRepeated",
                        repeated,
                        "supervisorRuling",
                        ruling))
                .isEqualTo(result);
    }

    @ParameterizedTest(name = "{0} → {1} by {2}, statutory {3}")
    @CsvSource({
        "OWN_1_ASSEMBLY_RULES, OWNERS, OWN-ORD, true",
        "OWN_2_COVENANT, OWNERS, OWN-ORD, true",
        "OWN_3_COMMITTEE, OWNERS, OWN-ORD, true",
        "OWN_4_FIRM, OWNERS, OWN-ORD, true",
        "OWN_5_USE_FUND, OWNERS, OWN-ORD, true",
        "OWN_6_RAISE_FUND, OWNERS, OWN-SPECIAL, true",
        "OWN_7_REBUILD, OWNERS, OWN-SPECIAL, true",
        "OWN_8_COMMON_USE, OWNERS, OWN-SPECIAL, true",
        "OWN_9_OTHER, OWNERS, OWN-ORD, true",
        "OWN_10_HOME_TO_BUSINESS, INTERESTED_OWNERS, UNANIMOUS, true",
        "RES_COVENANT, RESIDENTS_MEETING, RM-ADULT, true",
        "RES_MAJOR, RESIDENTS_REP_MEETING, RRM, true",
        "RES_WELFARE_MONEY, RESIDENTS_MEETING, RM-ADULT, true",
        "RES_MEMBER_CHANGE, RESIDENTS_MEETING, RM-ADULT, true",
        "VIL_MAJOR, VILLAGERS_MEETING, VM-ADULT, true",
        "VIL_AUTHORISED, VILLAGE_REP_MEETING, VRM, true",
        "VIL_GROUP, VILLAGE_GROUP_MEETING, VGM, true",
        "COM_AFFAIR, COUNCIL, CONS, false",
        "DISPUTE, PARTIES, AGREEMENT, false",
        "NUISANCE, PARTIES, AGREEMENT, false",
        "GOV_ENTRUSTED, COUNCIL, CONS, false",
        "CROSS_COMMUNITY, SUBDISTRICT, CONS, false",
        "OUT_OF_SCOPE, COUNCIL, CONS, false",
        "SOMETHING_ELSE, COUNCIL, CONS, false"
    })
    void eachKindOfMatterHasItsDecidingBody(String matterType, String body, String rule, boolean statutory) {
        assertThat(tables.single("decision-body-rule", facts("matterType", matterType)))
                .isEqualTo(Map.of("decisionBody", body, "ruleId", rule, "statutory", statutory));
    }

    @ParameterizedTest(name = "{0} stands {1} days")
    @CsvSource({
        "AGENDA_COUNCIL, 3",
        "AGENDA_OWNERS_REGULAR, 15",
        "AGENDA_OWNERS_TEMPORARY, 7",
        "AGENDA_INTERESTED_OWNERS, 7",
        "AGENDA_VILLAGERS, 10",
        "AGENDA_VILLAGE_REPS, 3",
        "RESULT_OWNERS, 7",
        "RESULT_GENERAL, 7",
        "RESULT_ELEVATOR, 10",
        "MEMBER_LIST, 7",
        "DRAFT_FOR_COMMENT, 30",
        "COMPLETION, 7",
        "SOMETHING_ELSE, 7"
    })
    void eachKindOfNoticeStandsItsDays(String kind, int days) {
        assertThat(((Number) one("notice-period", "days", "noticeKind", kind)).intValue())
                .isEqualTo(days);
    }

    private Share share(String name) {
        return shares.of(name);
    }

    private Object one(String table, String output, Object... facts) {
        var rows = tables.evaluate(table, facts(facts));
        assertThat(rows).as("rows of %s", table).hasSize(1);
        return List.copyOf(rows).get(0).get(output);
    }

    private static Map<String, Object> facts(Object... pairs) {
        var facts = new HashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            facts.put((String) pairs[i], pairs[i + 1]);
        }
        return facts;
    }
}
