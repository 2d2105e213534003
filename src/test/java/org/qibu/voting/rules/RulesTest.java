package org.qibu.voting.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.RoomsDatabase;
import org.qibu.voting.Verdict;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RulesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Share HALF = new Share(1, 2, true);
    private static final Share TWO_THIRDS = new Share(2, 3, false);

    private final JdbcClient database = JdbcClient.create(RoomsDatabase.source());
    private final RuleBook book = new RuleBook(database, CLOCK);
    private final BodyRules bodies = new BodyRules(database, CLOCK);
    private final Shares shares = new Shares(database, CLOCK);

    @BeforeEach
    @AfterEach
    void onlyRulesOfOurOwnChange() {
        database.sql("delete from body_rule where id = 'TEST'").update();
        database.sql("delete from share_rule where name = 'TEST'").update();
        database.sql("""
                insert into body_rule (id, name, quorum_num, quorum_den, quorum_strict, quorum_base, pass_num, pass_den,
                  pass_strict, pass_base, dual_measure, shortfall, source, confirmed)
                values ('TEST', '试行规则', 1, 2, true, 'TOTAL', 1, 2, true, 'TAKING', true, 'QUORUM_NOT_MET', '试行', true)""").update();
        database.sql(
                        "insert into share_rule (name, num, den, strict, source, confirmed) values ('TEST', 1, 3, false, '试行', true)")
                .update();
    }

    private static RuleChange change(LocalDate from, Share pass) {
        return new RuleChange(from, TWO_THIRDS, pass, true, "新法第一条");
    }

    private Share passOn(LocalDate day) {
        return bodies.find("TEST", day).orElseThrow().pass();
    }

    @Test
    void aChangeKeepsYesterdaysRuleForYesterday() {
        book.change(RuleKind.BODY, "TEST", change(TODAY, TWO_THIRDS), "admin");

        assertThat(passOn(TODAY.minusDays(1))).isEqualTo(HALF);
        assertThat(bodies.find("TEST")).get().satisfies(rule -> {
            assertThat(rule.pass()).isEqualTo(TWO_THIRDS);
            assertThat(rule.quorum()).isEqualTo(TWO_THIRDS);
            assertThat(rule.passOfTotal()).isTrue();
            assertThat(rule.dual()).isTrue();
            assertThat(rule.shortfall()).isEqualTo(Verdict.QUORUM_NOT_MET);
            assertThat(rule.source()).isEqualTo("新法第一条");
            assertThat(rule.confirmed()).isFalse();
            assertThat(rule.validFrom()).isEqualTo(TODAY);
            assertThat(rule.validTo()).isNull();
        });
        assertThat(bodies.find("TEST", TODAY.minusDays(1)).orElseThrow().validTo())
                .isEqualTo(TODAY.minusDays(1));
    }

    @Test
    void everyDayHasOneRuleHoweverChangesWerePlanned() {
        var third = new Share(1, 3, false);
        var quarter = new Share(3, 4, false);
        book.change(RuleKind.BODY, "TEST", change(TODAY.plusDays(20), TWO_THIRDS), "admin");
        book.change(RuleKind.BODY, "TEST", change(TODAY.plusDays(10), third), "admin");
        book.change(RuleKind.BODY, "TEST", change(TODAY.plusDays(10), quarter), "admin");

        assertThat(passOn(TODAY.plusDays(9))).isEqualTo(HALF);
        assertThat(passOn(TODAY.plusDays(10))).isEqualTo(quarter);
        assertThat(passOn(TODAY.plusDays(19))).isEqualTo(quarter);
        assertThat(passOn(TODAY.plusDays(20))).isEqualTo(TWO_THIRDS);
        var versions = book.of(RuleKind.BODY, "TEST");
        assertThat(versions).hasSize(3);
        for (int day = -1; day < 30; day++) {
            var asked = TODAY.plusDays(day);
            assertThat(versions.stream().filter(version -> version.holdsOn(asked)))
                    .hasSize(1);
        }
    }

    @Test
    void aLimitByItselfChangesFromADayOnToo() {
        book.change(RuleKind.SHARE, "TEST", new RuleChange(TODAY.plusDays(1), null, HALF, false, "新标准"), "admin");

        assertThat(shares.of("TEST")).isEqualTo(new Share(1, 3, false));
        assertThat(shares.of("TEST", TODAY.plusDays(1))).isEqualTo(HALF);
    }

    @Test
    void whatBeganTodayIsNotReplacedToday() {
        assertThat(book.hasBegunOn(RuleKind.BODY, "TEST", TODAY)).isFalse();
        book.change(RuleKind.BODY, "TEST", change(TODAY, TWO_THIRDS), "admin");

        assertThat(book.hasBegunOn(RuleKind.BODY, "TEST", TODAY)).isTrue();
        assertThat(book.hasBegunOn(RuleKind.BODY, "TEST", TODAY.plusDays(1))).isFalse();
    }

    @Test
    void aChangedRuleIsUnconfirmedUntilSomebodyComparedItWithTheLaw() {
        var before = book.unconfirmed();
        book.change(RuleKind.BODY, "TEST", change(TODAY, TWO_THIRDS), "admin");
        assertThat(book.unconfirmed()).isEqualTo(before + 1);

        assertThat(book.confirm(RuleKind.BODY, "TEST", TODAY, "modeler")).isTrue();
        assertThat(book.confirm(RuleKind.BODY, "TEST", TODAY, "admin")).isFalse();
        assertThat(book.unconfirmed()).isEqualTo(before);
        assertThat(book.of(RuleKind.BODY, "TEST").get(1)).satisfies(version -> {
            assertThat(version.confirmedBy()).isEqualTo("modeler");
            assertThat(version.confirmedAt()).isEqualTo(CLOCK.instant());
            assertThat(version.changedBy()).isEqualTo("admin");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 3, false, 1, 2, false, quorum",
        "2, 0, false, 1, 2, false, quorum",
        "2, x, false, 1, 2, false, quorum",
        "4, 3, false, 1, 2, false, quorum",
        "1, 1, true, 1, 2, false, quorum",
        "2, 3, false, 1.5, 2, false, limit",
        "2, 3, false, 0, 2, false, limit",
        "2, 3, false, 1, 9999999, false, limit"
    })
    void namesTheFieldOfANumberThatCannotBe(
            String quorumNum,
            String quorumDen,
            boolean quorumStrict,
            String num,
            String den,
            boolean strict,
            String field) {
        var form = new RuleForm("2026-11-24", quorumNum, quorumDen, quorumStrict, num, den, strict, false, "民法典");

        assertThat(form.faults(RuleKind.BODY, "OWN-ORD", TODAY)).containsOnlyKeys(field);
    }

    @Test
    void aChangeNeedsASourceAndADayThatHasNotPassed() {
        var form = new RuleForm("2026-11-22", "2", "3", false, "1", "2", true, false, " \u200b ");
        assertThat(form.faults(RuleKind.BODY, "OWN-ORD", TODAY)).containsOnlyKeys("validFrom", "source");
        assertThat(new RuleForm("2026-13-01", "", "", false, "1", "2", true, false, "法")
                        .faults(RuleKind.SHARE, "CONS_MAJORITY", TODAY))
                .containsOnlyKeys("validFrom");
        assertThat(new RuleForm("2026-11-23", "", "", false, "1", "2", true, false, "法")
                        .faults(RuleKind.SHARE, "CONS_MAJORITY", TODAY))
                .isEmpty();
    }

    @Test
    void onlyACostMayExceedWhatItIsComparedWith() {
        var form = new RuleForm("2026-11-24", "", "", false, "110", "100", true, false, "办法");

        assertThat(form.faults(RuleKind.SHARE, "COST_OVERRUN", TODAY)).isEmpty();
        assertThat(form.faults(RuleKind.SHARE, "CONS_MAJORITY", TODAY)).containsOnlyKeys("limit");
    }

    @Test
    void saysARuleTheWayTheLawIsRead() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages/community");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        var words = new RuleInWords(source);

        assertThat(List.of("RRM", "OWN-SPECIAL", "UNANIMOUS", "PARTY-GENERAL").stream()
                        .map(id -> words.inWords(bodies.find(id).orElseThrow())))
                .containsExactly(
                        "到会须达到应到的三分之二以上（含本数）；同意须超过参加表决的二分之一（不含本数）",
                        "参加表决的业主，专有部分面积和人数都须达到总数的三分之二以上（含本数）；同意的业主，专有部分面积和人数都须达到参加表决的四分之三以上（含本数）",
                        "参加表决的人数须达到有权表决的全部；同意的人数须达到有权表决的全部",
                        "到会须达到应到的三分之二以上（含本数）；同意须超过应到的二分之一（不含本数）");
        assertThat(words.inWords("COST_OVERRUN", shares.of("COST_OVERRUN"), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("实际费用超过预算的百分之一百一十（不含本数）时，按超支处理");
        assertThat(words.inWords(bodies.find("RRM").orElseThrow(), Locale.ENGLISH))
                .isEqualTo(
                        "At least 2/3 of those entitled must take part; more than 1/2 of those taking part must agree");
        for (var share : book.all(RuleKind.SHARE)) {
            if (!share.id().equals("TEST")) {
                assertThat(words.inWords(share.id(), share.limit(), Locale.SIMPLIFIED_CHINESE))
                        .contains("分之");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "30, 100, 百分之三十",
        "5, 12, 十二分之五",
        "20, 101, 一百零一分之二十",
        "1, 115, 一百一十五分之一",
        "99, 230, 二百三十分之九十九",
        "1, 1000, 1/1000"
    })
    void writesFractionsInChinese(long num, long den, String expected) {
        assertThat(Fractions.inChinese(num, den)).isEqualTo(expected);
    }
}
