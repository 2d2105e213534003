package org.qibu.voting.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.RoomsDatabase;
import org.qibu.engine.MatterLock;
import org.qibu.voting.Measure;
import org.qibu.voting.Verdict;
import org.qibu.voting.polls.Electorate;
import org.qibu.voting.polls.Electorates;
import org.qibu.voting.polls.FrozenRolls;
import org.qibu.voting.polls.NewPoll;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.PollClosed;
import org.qibu.voting.polls.Polls;
import org.qibu.voting.polls.RightHolder;
import org.qibu.voting.polls.Tallies;
import org.qibu.voting.rules.BodyRules;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ballots on a roll of four owners: 100.00, 200.00, 300.00 and 400.01 square metres; the last has two flats. */
class BallotBoxTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static int number = 9100;

    private JdbcClient database;
    private Polls polls;
    private BallotBox box;
    private FrozenRolls rolls;
    private String matterNo;

    @BeforeEach
    void aVoteOfOwners() {
        matterNo = "HZ-AS-2026-" + ++number;
        database = RoomsDatabase.withMatter(matterNo);
        rolls = new FrozenRolls(database);
        polls = new Polls(
                database,
                new MatterLock(database),
                new Electorates(database, CLOCK),
                rolls,
                new Tallies(database, CLOCK),
                CLOCK);
        box = new BallotBox(database, rolls, polls, CLOCK);
        var zone = "zone" + number;
        database.sql("insert into building_zone values ('HZ-AS', ?, '表决小区')")
                .param(zone)
                .update();
        part(zone, "101", 10000, "A1");
        part(zone, "102", 20000, "A2");
        part(zone, "201", 30000, "A3");
        part(zone, "202", 20000, "A4");
        part(zone, "301", 20001, "A4");
        polls.prepare(matterNo, 1, newPoll("owners:HZ-AS:" + zone, "PAPER", "NOT_COUNTED"));
    }

    private void part(String zone, String room, long area, String owner) {
        database.sql("insert into exclusive_part values ('HZ-AS', ?, ?, '5', '2', ?, ?, ?, false)")
                .params(zone, "5-2-" + room, room, area, owner)
                .update();
    }

    private static NewPoll newPoll(String electorate, String method, String silentRule) {
        return new NewPoll(
                "OWN-ORD",
                LocalDate.of(2026, 11, 23),
                new Electorate(electorate, "owners", "", new Measure(1, 1)),
                "是否同意",
                method,
                LocalDate.of(2026, 11, 23),
                NOW.minusSeconds(3600),
                NOW.plusSeconds(3600),
                silentRule,
                "");
    }

    private Poll open() {
        return polls.open(polls.current(matterNo).orElseThrow());
    }

    private static List<PaperBallot> ballots(String... holdersAndChoices) {
        var ballots = new ArrayList<PaperBallot>();
        for (int i = 0; i < holdersAndChoices.length; i += 2) {
            ballots.add(new PaperBallot(i / 2 + 1, holdersAndChoices[i], holdersAndChoices[i + 1], "", ""));
        }
        return ballots;
    }

    @Test
    void theRollIsFrozenAtOpeningAndOneOwnerOfTwoFlatsIsOneHead() {
        var poll = open();
        database.sql("update exclusive_part set area = 1 where owner_no = 'A1'").update();

        assertThat(poll.total()).isEqualTo(new Measure(100001, 4));
        assertThat(rolls.of(poll)).contains(new RightHolder("A4", "5-2-202、5-2-301", 40001));
        assertThat(FrozenRolls.checksum(rolls.of(poll))).isEqualTo(poll.rollSha256());
        assertThat(rolls.of(poll)).extracting(RightHolder::area).contains(10000L);
    }

    @Test
    void aVoteWhoseRollIsGoneDoesNotOpen() {
        database.sql("delete from exclusive_part where zone = ?")
                .param("zone" + number)
                .update();
        assertThatThrownBy(this::open).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aBallotCountsForItsHolderInWhateverWriting() {
        var poll = open();
        var taken = box.enter(
                poll.pollId(),
                ballots("Ａ１", "AGREE", "a2", "AGREE", " A 3 ", "AGREE", "A4", "AGREE", "ａ４", "AGAINST"),
                "teller");

        assertThat(taken.accepted()).isEqualTo(4);
        assertThat(taken.duplicates()).containsExactly(new BallotBox.Duplicate(5, "A4"));
        assertThat(box.tally(poll, "teller").agree()).isEqualTo(new Measure(100001, 4));
    }

    @Test
    void aBallotThatMayBeOneOfTwoHoldersIsToldWhy() {
        part("zone" + number, "401", 100, "a1");
        var poll = open();

        assertThat(box.enter(poll.pollId(), ballots("A1", "AGREE", "a1", "AGREE"), "teller")
                        .accepted())
                .isEqualTo(2);
        assertThatThrownBy(() -> box.enter(poll.pollId(), ballots("Ａ１", "AGREE"), "teller"))
                .isInstanceOfSatisfying(
                        BallotsRefused.class,
                        refused -> assertThat(refused.faults().get(0).message())
                                .isEqualTo("编号“Ａ１”与名册中的A1、a1看上去相同，请照名册写，这张票还没有计入。"));
    }

    @Test
    void addsUpHeadsAndAreas() {
        var poll = open();
        var taken = box.enter(poll.pollId(), ballots("A1", "AGREE", "A2", "反对", "A4", "弃权"), "teller");
        var tally = box.tally(poll, "teller");

        assertThat(taken.accepted()).isEqualTo(3);
        assertThat(tally.present()).isEqualTo(new Measure(70001, 3));
        assertThat(tally.agree()).isEqualTo(new Measure(10000, 1));
        assertThat(tally.against()).isEqualTo(new Measure(20000, 1));
        assertThat(tally.abstain()).isEqualTo(new Measure(40001, 1));
    }

    @Test
    void theFirstValidBallotCountsAndTheSecondIsKeptForTheScrutineer() {
        var poll = open();
        box.enter(poll.pollId(), ballots("A1", "AGREE"), "teller");
        var taken = box.enter(poll.pollId(), ballots("A1", "AGAINST", "A2", "AGREE"), "teller");

        assertThat(taken.accepted()).isEqualTo(1);
        assertThat(taken.duplicates()).containsExactly(new BallotBox.Duplicate(1, "A1"));
        assertThat(box.of(poll))
                .hasSize(3)
                .filteredOn(Ballot::duplicate)
                .extracting(Ballot::choice)
                .containsExactly(Choice.AGAINST);
        assertThat(box.tally(poll, "teller").duplicates()).isOne();
        assertThat(box.tally(poll, "teller").agree()).isEqualTo(new Measure(30000, 2));
    }

    @Test
    void aValidBallotTakesThePlaceOfAnInvalidOne() {
        var poll = open();
        box.enter(poll.pollId(), ballots("A1", "INVALID", "A1", "AGREE"), "teller");
        assertThat(box.tally(poll, "teller").agree()).isEqualTo(new Measure(10000, 1));
        assertThat(box.tally(poll, "teller").invalid()).isEqualTo(Measure.NONE);
    }

    @Test
    void oneWrongBallotKeepsAllOutAndEachFaultIsNamed() {
        var poll = open();
        var wrong = List.of(
                new PaperBallot(2, "A1", "AGREE", "", ""),
                new PaperBallot(3, "Z9", "AGREE", "", ""),
                new PaperBallot(4, "A2", "也许", "", ""),
                new PaperBallot(5, "A3", "AGREE", "2026-11-30 10:00", ""),
                new PaperBallot(6, "A4", "AGREE", "昨天", ""),
                new PaperBallot(7, "A4", "SILENT", "", ""));
        var refused = catchThrowableOfType(BallotsRefused.class, () -> box.enter(poll.pollId(), wrong, "teller"));

        assertThat(refused.faults()).extracting(BallotsRefused.Fault::row).containsExactly(3, 4, 5, 6, 7);
        assertThat(refused.faults())
                .extracting(BallotsRefused.Fault::field)
                .containsExactly("rightHolderId", "choice", "receivedAt", "receivedAt", "choice");
        assertThat(refused.faults().get(2).message()).contains("截止以后");
        assertThat(box.of(poll)).isEmpty();
    }

    @Test
    void aSignThatCannotBeKeptIsNotPassedOver() {
        var poll = open();
        var refused = catchThrowableOfType(
                BallotsRefused.class,
                () -> box.enter(poll.pollId(), ballots("A\u00001", "AGREE", "A2", "同\u0007意"), "teller"));

        assertThat(refused.faults())
                .extracting(BallotsRefused.Fault::message)
                .containsExactly("表决权人编号有无法识别的字（看不见的控制字符），请删去后重填。", "请填写同意、反对、弃权或无效。");
        assertThat(box.of(poll)).isEmpty();
    }

    @Test
    void tooManyFaultsAreCountedAndTheFirstNamed() {
        var poll = open();
        var wrong = ballots(IntStream.range(0, 250)
                .boxed()
                .flatMap(i -> Stream.of("Z" + i, "AGREE"))
                .toArray(String[]::new));
        var refused = catchThrowableOfType(BallotsRefused.class, () -> box.enter(poll.pollId(), wrong, "teller"));

        assertThat(refused.faults()).hasSize(200);
        assertThat(refused).hasMessageEndingWith("这样的地方共有 250 处，先列出前 200 处。");
    }

    @Test
    void theBoxIsClosedBeforeOpeningAndAfterTheCount() {
        var prepared = polls.current(matterNo).orElseThrow();
        assertThatThrownBy(() -> box.enter(prepared.pollId(), ballots("A1", "AGREE"), "teller"))
                .isInstanceOf(PollClosed.class)
                .hasMessageContaining("还没有开始");
        var poll = open();
        box.enter(poll.pollId(), ballots("A1", "AGREE"), "teller");
        polls.count(poll, box.tally(poll, "teller"));
        assertThatThrownBy(() -> box.enter(poll.pollId(), ballots("A2", "AGREE"), "teller"))
                .isInstanceOf(PollClosed.class)
                .hasMessageContaining("不能再补录");
    }

    @Test
    void aRecountStartsOnAnEmptySheetAndAnExtensionDoesNot() {
        var poll = open();
        box.enter(poll.pollId(), ballots("A1", "AGREE"), "teller");
        polls.count(poll, box.tally(poll, "teller"));
        polls.extend(poll, NOW.plusSeconds(9999));
        var extended = polls.current(matterNo).orElseThrow();
        assertThat(box.of(extended)).hasSize(1);
        assertThat(extended.takesBallots()).isTrue();

        polls.count(extended, box.tally(extended, "teller"));
        polls.refuse(extended, polls.latestCount(extended).orElseThrow(), "scrutineer", "对不上");
        var recount = polls.current(matterNo).orElseThrow();
        assertThat(box.of(recount)).isEmpty();
        assertThat(recount.takesBallots()).isTrue();
        assertThat(polls.latestCount(recount).orElseThrow().irregularities()).isEqualTo("对不上");
    }

    @Test
    void ballotsAndRollsCanNeitherBeChangedNorDeleted() {
        var poll = open();
        box.enter(poll.pollId(), ballots("A1", "AGREE"), "teller");
        for (var change : List.of(
                "update ballot set choice = 'AGAINST'",
                "delete from ballot",
                "truncate ballot",
                "update poll_voter set area = 1",
                "delete from poll_voter")) {
            assertThatThrownBy(() -> database.sql(change).update()).hasMessageContaining("append-only");
        }
        assertThat(box.of(poll)).extracting(Ballot::choice).containsExactly(Choice.AGREE);
    }

    @Test
    void silenceCountsWithTheLargerSideOnlyWhereTheOwnersRulesSaySo() {
        var electorate = polls.current(matterNo).orElseThrow().electorateId();
        polls.prepare(matterNo, 2, newPoll(electorate, "PAPER", "COUNT_WITH_MAJORITY"));
        var poll = open();
        box.enter(poll.pollId(), ballots("A1", "AGREE", "A2", "AGREE", "A4", "未交回"), "teller");
        var rule = new BodyRules(database, CLOCK).find("OWN-ORD").orElseThrow();
        var count = box.tally(poll, "teller").count(poll, rule);

        assertThat(count.taking()).isEqualTo(new Measure(70001, 3));
        assertThat(count.agreeing()).isEqualTo(new Measure(70001, 3));
        assertThat(rule.judge(count)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aDayAloneIsEnoughForWhenABallotWasReceived() {
        var poll = open();
        box.enter(poll.pollId(), List.of(new PaperBallot(1, "A1", "AGREE", "2026-11-23", "委托书-A1.pdf")), "teller");
        assertThat(box.of(poll)).singleElement().satisfies(ballot -> {
            assertThat(ballot.receivedAt()).isEqualTo(NOW.minusSeconds(3600));
            assertThat(ballot.proxyDoc()).isEqualTo("委托书-A1.pdf");
        });
    }
}
