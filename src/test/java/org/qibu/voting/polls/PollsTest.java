package org.qibu.voting.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.qibu.RoomsDatabase;
import org.qibu.engine.MatterLock;
import org.qibu.voting.Measure;
import org.qibu.voting.Verdict;
import org.qibu.voting.rules.BodyRules;
import org.qibu.voting.rules.Share;
import org.springframework.jdbc.core.simple.JdbcClient;

class PollsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Electorate REPRESENTATIVES =
            new Electorate("representatives:HZ-AS", "representatives", "", Measure.heads(60));

    private static NewPoll newPoll() {
        return new NewPoll(
                "RRM",
                LocalDate.of(2026, 11, 23),
                REPRESENTATIVES,
                "是否移到停车场北侧",
                "HAND",
                LocalDate.of(2026, 11, 23),
                NOW,
                NOW.plusSeconds(60),
                "NOT_COUNTED",
                "");
    }

    private static Polls polls(JdbcClient database) {
        return new Polls(
                database,
                new MatterLock(database),
                new Electorates(database, CLOCK),
                new FrozenRolls(database),
                new Tallies(database, CLOCK),
                CLOCK);
    }

    private static Tally hands(long present, long agree) {
        return Tally.ofHands(present, agree, 0, 0, 0, "teller");
    }

    @Test
    void keepsEveryCountAndTakesTheResultOfTheCertifiedOne() {
        var polls = polls(RoomsDatabase.withMatter("HZ-AS-2026-9001"));
        var poll = polls.prepare("HZ-AS-2026-9001", 1, newPoll());
        polls.count(poll, hands(40, 20));
        polls.refuse(poll, polls.latestCount(poll).orElseThrow(), "scrutineer", "少一张");
        polls.count(poll, hands(40, 21));
        polls.certify(poll, polls.latestCount(poll).orElseThrow(), "scrutineer", Verdict.PASSED, "");

        assertThat(polls.counts(poll)).extracting(Tally::certified).containsExactly(false, true);
        assertThat(polls.current("HZ-AS-2026-9001")).get().satisfies(current -> {
            assertThat(current.pollId()).isEqualTo("HZ-AS-2026-9001-P1");
            assertThat(current.result()).isEqualTo("PASSED");
            assertThat(current.closesAt()).isEqualTo(NOW.plusSeconds(60));
        });
    }

    @Test
    void numbersTheVotesOfAMatterAndExtendsTheLatest() {
        var polls = polls(RoomsDatabase.withMatter("HZ-AS-2026-9002"));
        polls.prepare("HZ-AS-2026-9002", 1, newPoll());
        var second = polls.prepare("HZ-AS-2026-9002", 2, newPoll());
        polls.extend(second, NOW.plusSeconds(999));

        assertThat(polls.of("HZ-AS-2026-9002")).extracting(Poll::extended).containsExactly(0, 1);
        assertThat(polls.current("HZ-AS-2026-9002").orElseThrow().closesAt()).isEqualTo(NOW.plusSeconds(999));
    }

    @Test
    void knowsOnlyElectoratesOfImportedRolls() {
        var database = RoomsDatabase.withMatter("HZ-AS-2026-9003");
        var electorates = new Electorates(database, CLOCK);
        assertThat(electorates.fitting("HZ-AS", "RESIDENTS_REP_MEETING")).isEmpty();
        assertThat(electorates.fitting("HZ-AS", "VILLAGE_GROUP_MEETING")).isEmpty();

        database.sql("""
                insert into person (community_code, person_no, name, birth_year)
                values ('HZ-AS', 'P1', '甲', 1980), ('HZ-AS', 'P2', '乙', 2020)""").update();
        database.sql("""
                insert into roll_member (community_code, kind, person_no)
                values ('HZ-AS', 'representatives', 'P1'), ('HZ-AS', 'residents', 'P1'), ('HZ-AS', 'residents', 'P2')""").update();
        database.sql("insert into building_zone values ('HZ-AS', 'aishan', '爱山')")
                .update();
        database.sql("""
                insert into exclusive_part values
                  ('HZ-AS', 'aishan', '1-1-101', '1', '1', '101', 6235, 'O1', false),
                  ('HZ-AS', 'aishan', '1-1-102', '1', '1', '102', 7890, 'O1', false),
                  ('HZ-AS', 'aishan', '2-1-101', '2', '1', '101', 6235, 'O2', false)""").update();
        database.sql("insert into household values ('HZ-AS', 'H1', 'aishan', '1', '1', '101', 'P1')")
                .update();

        assertThat(electorates.fitting("HZ-AS", "RESIDENTS_REP_MEETING"))
                .singleElement()
                .extracting(Electorate::total)
                .isEqualTo(Measure.heads(1));
        assertThat(electorates.find("HZ-AS", "OWNERS", "owners:HZ-AS:aishan"))
                .get()
                .extracting(Electorate::total)
                .isEqualTo(new Measure(20360, 2));
        assertThat(electorates.find("HZ-AS", "OWNERS", "owners:HZ-AS:aishan:1:1"))
                .get()
                .extracting(Electorate::total)
                .isEqualTo(new Measure(14125, 1));
        assertThat(electorates.fitting("HZ-AS", "RESIDENTS_MEETING"))
                .extracting(Electorate::id)
                .contains("households:HZ-AS:aishan", "residents:HZ-AS", "representatives:HZ-AS");
        assertThat(electorates.holders("residents:HZ-AS"))
                .extracting(RightHolder::no)
                .containsExactly("P1");
        assertThat(electorates.holders("owners:HZ-AS:aishan:1"))
                .containsExactly(new RightHolder("O1", "1-1-101、1-1-102", 14125));
    }

    @Test
    void readsTheRuleInForce() {
        var rules = new BodyRules(RoomsDatabase.withMatter("HZ-AS-2026-9004"), CLOCK);

        assertThat(rules.find("OWN-SPECIAL")).get().satisfies(rule -> {
            assertThat(rule.pass()).isEqualTo(new Share(3, 4, false));
            assertThat(rule.dual()).isTrue();
        });
        assertThat(rules.find("CONS")).isEmpty();
    }
}
