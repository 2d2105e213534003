package org.qibu.voting.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.RoomsDatabase;
import org.qibu.voting.Count;
import org.qibu.voting.Measure;
import org.qibu.voting.Verdict;
import org.qibu.voting.polls.Electorate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers that ship, judged by votes on and beside every boundary. */
class BodyRuleTest {

    private static final Map<String, BodyRule> RULES = shipped();

    /** The rules as they stand after all migrations of the database. */
    private static Map<String, BodyRule> shipped() {
        return JdbcClient.create(RoomsDatabase.source())
                .sql("select * from body_rule where valid_to is null and changed_by is null and id <> 'TEST'")
                .query((row, number) -> BodyRules.read(row))
                .stream()
                .collect(Collectors.toMap(BodyRule::id, Function.identity()));
    }

    @Test
    void everyRuleOfTheDomainShips() {
        assertThat(RULES.keySet())
                .containsExactlyInAnyOrder(
                        "OWN-ORD",
                        "OWN-SPECIAL",
                        "UNANIMOUS",
                        "RM-ADULT",
                        "RM-HOUSEHOLD",
                        "RM-GROUP",
                        "RRM",
                        "VM-ADULT",
                        "VM-HOUSEHOLD",
                        "VRM",
                        "VGM",
                        "PARTY-GENERAL",
                        "COUNCIL-MAJ");
    }

    /** Who decides with which share of whom, rule by rule. */
    @ParameterizedTest(name = "{0}: {1}, {2} of those {3}")
    @CsvSource({
        "OWN-ORD,       2/3 or more, more than 1/2, taking part, true,  PARTICIPATION_NOT_MET, true",
        "OWN-SPECIAL,   2/3 or more, 3/4 or more,   taking part, true,  PARTICIPATION_NOT_MET, true",
        "UNANIMOUS,     1/1 or more, 1/1 or more,   entitled,    false, PARTICIPATION_NOT_MET, true",
        "RM-ADULT,      more than 1/2, more than 1/2, taking part, false, QUORUM_NOT_MET, false",
        "RM-HOUSEHOLD,  more than 1/2, more than 1/2, taking part, false, QUORUM_NOT_MET, false",
        "RM-GROUP,      more than 1/2, more than 1/2, taking part, false, QUORUM_NOT_MET, false",
        "RRM,           2/3 or more, more than 1/2, taking part, false, QUORUM_NOT_MET, false",
        "VM-ADULT,      more than 1/2, more than 1/2, taking part, false, QUORUM_NOT_MET, false",
        "VM-HOUSEHOLD,  2/3 or more, more than 1/2, taking part, false, QUORUM_NOT_MET, false",
        "VRM,           2/3 or more, more than 1/2, taking part, false, QUORUM_NOT_MET, false",
        "VGM,           2/3 or more, more than 1/2, taking part, false, QUORUM_NOT_MET, false",
        "PARTY-GENERAL, 2/3 or more, more than 1/2, entitled,    false, QUORUM_NOT_MET, true",
        "COUNCIL-MAJ,   2/3 or more, more than 1/2, entitled,    false, QUORUM_NOT_MET, true"
    })
    void everyRuleHasTheNumbersOfItsLaw(
            String id, String quorum, String pass, String base, boolean dual, Verdict shortfall, boolean confirmed) {
        var rule = RULES.get(id);
        assertThat(said(rule.quorum())).isEqualTo(quorum);
        assertThat(said(rule.pass())).isEqualTo(pass);
        assertThat(rule.passOfTotal() ? "entitled" : "taking part").isEqualTo(base);
        assertThat(rule.dual()).isEqualTo(dual);
        assertThat(rule.shortfall()).isEqualTo(shortfall);
        assertThat(rule.confirmed()).isEqualTo(confirmed);
        assertThat(rule.source()).isNotBlank();
    }

    private static String said(Share share) {
        var fraction = share.num() + "/" + share.den();
        return share.strict() ? "more than " + fraction : fraction + " or more";
    }

    @ParameterizedTest(name = "{0} is {8}")
    @CsvSource({
        "V01, OWN-ORD,     1200000, 120, 800000, 80, 400001, 41, PASSED",
        "V02, OWN-ORD,     1200000, 120, 800000, 80, 400000, 41, NOT_PASSED",
        "V03, OWN-ORD,     1200000, 120, 800000, 80, 400001, 40, NOT_PASSED",
        "V04, OWN-ORD,     1200000, 120, 799999, 80, 799999, 80, PARTICIPATION_NOT_MET",
        "V05, OWN-ORD,     1200000, 120, 800000, 79, 800000, 79, PARTICIPATION_NOT_MET",
        "V06, OWN-SPECIAL, 1200000, 120, 800000, 80, 600000, 60, PASSED",
        "V07, OWN-SPECIAL, 1200000, 120, 800000, 80, 599999, 60, NOT_PASSED",
        "V08, OWN-SPECIAL, 1200000, 120, 800000, 80, 600000, 59, NOT_PASSED",
        "V17, OWN-ORD,      900000,  90, 900000, 90, 900000, 90, PASSED",
        "V18, OWN-ORD,           0,   0,      0,  0,      0,  0, ERROR_NO_REGISTER",
        "V20, OWN-SPECIAL, 1000000, 100, 1000000, 100, 750000, 75, PASSED",
        "V36, OWN-ORD,       30072,   3,  20048,  2,  20048,  2, PASSED",
        "V39, UNANIMOUS,         0,  24,      0, 24,      0, 24, PASSED",
        "V40, UNANIMOUS,         0,  24,      0, 24,      0, 23, NOT_PASSED",
        "V41, UNANIMOUS,         0,  24,      0, 23,      0, 23, PARTICIPATION_NOT_MET",
        "V21, RM-ADULT,          0, 900,      0, 451,     0, 226, PASSED",
        "V22, RM-ADULT,          0, 900,      0, 450,     0, 450, QUORUM_NOT_MET",
        "V23, RM-HOUSEHOLD,      0, 350,      0, 176,     0, 88, NOT_PASSED",
        "V26, RRM,               0,  60,      0, 40,      0, 21, PASSED",
        "V27, RRM,               0,  60,      0, 39,      0, 39, QUORUM_NOT_MET",
        "V28, RRM,               0,  60,      0, 40,      0, 20, NOT_PASSED",
        "V29, VM-ADULT,          0, 1000,     0, 501,     0, 251, PASSED",
        "V30, VM-HOUSEHOLD,      0, 300,      0, 200,     0, 101, PASSED",
        "V32, VRM,               0,  45,      0, 30,      0, 16, PASSED",
        "case 1 first,  OWN-SPECIAL,  96600, 11, 88550, 10, 64400, 7, NOT_PASSED",
        "case 1 second, OWN-SPECIAL,  96600, 11, 88550, 10, 72450, 8, PASSED",
        "case 3,        OWN-ORD,     252000, 36, 168000, 24, 91000, 13, PASSED"
    })
    void judgesTheVectors(
            String id,
            String rule,
            long totalArea,
            long total,
            long takingArea,
            long taking,
            long agreeArea,
            long agree,
            Verdict expected) {
        var count = new Count(
                new Measure(totalArea, total), new Measure(takingArea, taking), new Measure(agreeArea, agree));

        assertThat(RULES.get(rule).judge(count)).as(id).isEqualTo(expected);
    }

    private static final Measure T = new Measure(1200000, 120);
    private static final Count.Ballots V42 =
            new Count.Ballots(new Measure(400000, 40), new Measure(200000, 20), Measure.NONE, new Measure(300000, 30));

    @Test
    @DisplayName("V42: silence counts with the larger side where the owners' rules say so")
    void silenceCountsWithTheLargerSide() {
        var count = Count.withSilent(T, V42, true);

        assertThat(count.taking()).isEqualTo(new Measure(900000, 90));
        assertThat(count.agreeing()).isEqualTo(new Measure(700000, 70));
        assertThat(RULES.get("OWN-ORD").judge(count)).isEqualTo(Verdict.PASSED);
    }

    @Test
    @DisplayName("V43: otherwise silence takes no part")
    void silenceTakesNoPart() {
        assertThat(RULES.get("OWN-ORD").judge(Count.of(T, V42))).isEqualTo(Verdict.PARTICIPATION_NOT_MET);
    }

    @Test
    void silenceDoesNotAgreeWhereTheSidesDifferByMeasure() {
        var split = new Count.Ballots(
                new Measure(400000, 20), new Measure(200000, 40), Measure.NONE, new Measure(300000, 30));

        assertThat(Count.withSilent(T, split, true).agreeing()).isEqualTo(new Measure(400000, 20));
    }

    @Test
    void anInconsistentCountIsNoResult() {
        var more = new Count(Measure.heads(60), Measure.heads(40), Measure.heads(41));
        var tooMany = new Count(Measure.heads(60), Measure.heads(61), Measure.heads(41));

        assertThat(RULES.get("RRM").judge(more)).isEqualTo(Verdict.ERROR_INCONSISTENT);
        assertThat(RULES.get("RRM").judge(tooMany)).isEqualTo(Verdict.ERROR_INCONSISTENT);
        assertThat(RULES.get("RRM").judge(new Count(Measure.heads(60), Measure.heads(40), Measure.heads(-1))))
                .isEqualTo(Verdict.ERROR_INCONSISTENT);
    }

    @Test
    void householdsBringTheirOwnNumbers() {
        var households = new Electorate("households:XS-AZ:ningan", "households", "", Measure.heads(92));

        assertThat(households.ruleFor("VM-ADULT")).isEqualTo("VM-HOUSEHOLD");
        assertThat(households.ruleFor("RRM")).isEqualTo("RRM");
    }
}
