package org.qibu.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.qibu.voting.ballots.Ballot;
import org.qibu.voting.ballots.BallotBox;
import org.qibu.voting.ballots.Choice;
import org.qibu.voting.ballots.Votes;
import org.qibu.voting.rules.BodyRule;
import org.qibu.voting.rules.Share;

/** What holds for every vote, whatever the numbers. */
class VotingPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private static BodyRule rule(Share quorum, Share pass, boolean ofTotal, boolean dual) {
        return new BodyRule(
                "R", "规则", quorum, pass, ofTotal, dual, Verdict.QUORUM_NOT_MET, "", true, LocalDate.EPOCH, null);
    }

    @Provide
    Arbitrary<BodyRule> rules() {
        return Arbitraries.of(
                rule(new Share(2, 3, false), new Share(1, 2, true), false, true),
                rule(new Share(2, 3, false), new Share(3, 4, false), false, true),
                rule(new Share(1, 2, true), new Share(1, 2, true), false, false),
                rule(new Share(2, 3, false), new Share(1, 2, true), true, false),
                rule(new Share(1, 1, false), new Share(1, 1, false), true, false));
    }

    /** A right holder with an area and what they said; null for no ballot. */
    record Voter(long area, Choice choice) {}

    @Provide
    Arbitrary<List<Voter>> voters() {
        var choices = Arbitraries.of(Choice.AGREE, Choice.AGAINST, Choice.ABSTAIN, Choice.INVALID, Choice.SILENT);
        return Combinators.combine(Arbitraries.longs().between(1, 30_000), choices.injectNull(0.2))
                .as(Voter::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static Measure sum(List<Voter> voters, Choice choice) {
        return voters.stream()
                .filter(voter -> voter.choice() == choice)
                .map(voter -> new Measure(voter.area(), 1))
                .reduce(Measure.NONE, Measure::plus);
    }

    private static Count count(List<Voter> voters, boolean silence, boolean dual) {
        var total = voters.stream().map(voter -> new Measure(voter.area(), 1)).reduce(Measure.NONE, Measure::plus);
        var ballots = new Count.Ballots(
                sum(voters, Choice.AGREE),
                sum(voters, Choice.AGAINST),
                sum(voters, Choice.ABSTAIN),
                sum(voters, Choice.SILENT));
        return silence ? Count.withSilent(total, ballots, dual) : Count.of(total, ballots);
    }

    @Property
    void oneMoreYesNeverTurnsPassedIntoFailed(
            @ForAll("rules") BodyRule rule,
            @ForAll("voters") List<Voter> voters,
            @ForAll boolean silence,
            @ForAll @IntRange(max = 39) int who) {
        var more = new ArrayList<>(voters);
        var index = who % voters.size();
        more.set(index, new Voter(voters.get(index).area(), Choice.AGREE));
        if (rule.judge(count(voters, silence, rule.dual())) == Verdict.PASSED) {
            assertThat(rule.judge(count(more, silence, rule.dual()))).isEqualTo(Verdict.PASSED);
        }
    }

    @Property
    void oneMoreNoNeverTurnsFailedIntoPassedAmongThoseTakingPart(
            @ForAll("rules") BodyRule rule, @ForAll("voters") List<Voter> voters, @ForAll @IntRange(max = 39) int who) {
        var more = new ArrayList<>(voters);
        var index = who % voters.size();
        if (voters.get(index).choice() != Choice.AGREE) {
            return;
        }
        more.set(index, new Voter(voters.get(index).area(), Choice.AGAINST));
        if (rule.judge(count(voters, false, rule.dual())) != Verdict.PASSED) {
            assertThat(rule.judge(count(more, false, rule.dual()))).isNotEqualTo(Verdict.PASSED);
        }
    }

    @Property
    void aLimitIsReachedExactlyThereAndNotOneBelow(
            @ForAll @LongRange(min = 1, max = 1_000) long num,
            @ForAll @LongRange(min = 1, max = 1_000) long den,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long times,
            @ForAll boolean strict) {
        var share = new Share(num, den, strict);
        var part = num * times;
        var whole = den * times;
        assertThat(share.isReachedBy(part, whole)).isEqualTo(!strict);
        assertThat(share.isReachedBy(part + 1, whole)).isTrue();
        assertThat(share.isReachedBy(part - 1, whole)).isFalse();
    }

    @Property
    void comparingIsExactForTheLargestNumbersToo(
            @ForAll @LongRange(min = 0) long part,
            @ForAll @LongRange(min = 1) long whole,
            @ForAll @LongRange(min = 0, max = 1_000_000) long num,
            @ForAll @LongRange(min = 1, max = 1_000_000) long den) {
        var exact = BigInteger.valueOf(part)
                        .multiply(BigInteger.valueOf(den))
                        .compareTo(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(num)))
                >= 0;
        assertThat(new Share(num, den, false).isReachedBy(part, whole)).isEqualTo(exact);
    }

    @Property
    void everyCountIsConsistentAndJudgedWithoutError(
            @ForAll("rules") BodyRule rule, @ForAll("voters") List<Voter> voters, @ForAll boolean silence) {
        var count = count(voters, silence, rule.dual());
        assertThat(count.isConsistent()).isTrue();
        assertThat(rule.judge(count).isError()).isFalse();
    }

    @Provide
    Arbitrary<List<Ballot>> ballots() {
        return Combinators.combine(Arbitraries.integers().between(1, 6), Arbitraries.of(Choice.class))
                .as((holder, choice) -> new Ballot(holder, "O" + holder, "", choice, NOW, "", false, "teller", NOW))
                .list()
                .ofMaxSize(30);
    }

    @Property
    void aRecountOfTheSameBallotsEqualsTheCount(@ForAll("ballots") List<Ballot> ballots) {
        var entered = entered(ballots);
        assertThat(new Votes(entered).counted()).isEqualTo(counted(ballots));
        assertThat(BallotBox.checksum(entered)).isEqualTo(BallotBox.checksum(new ArrayList<>(entered)));
    }

    private static List<Ballot> entered(List<Ballot> ballots) {
        var votes = new Votes(List.of());
        var entered = new ArrayList<Ballot>();
        for (var ballot : ballots) {
            var duplicate = !votes.recordIfFirst(ballot.holderNo(), ballot.choice());
            entered.add(new Ballot(
                    entered.size(),
                    ballot.holderNo(),
                    "",
                    ballot.choice(),
                    NOW,
                    "",
                    duplicate,
                    ballot.enteredBy(),
                    NOW));
        }
        return entered;
    }

    private static Map<String, Choice> counted(List<Ballot> ballots) {
        var votes = new Votes(List.of());
        ballots.forEach(ballot -> votes.recordIfFirst(ballot.holderNo(), ballot.choice()));
        return votes.counted();
    }

    @Property
    void ofSeveralValidBallotsTheFirstCountsAndNeverTwo(@ForAll("ballots") @Size(min = 1) List<Ballot> ballots) {
        var counted = new Votes(entered(ballots)).counted();
        ballots.stream().map(Ballot::holderNo).distinct().forEach(holder -> {
            var first = ballots.stream()
                    .filter(ballot ->
                            ballot.holderNo().equals(holder) && ballot.choice().isValid())
                    .findFirst();
            first.ifPresent(ballot -> assertThat(counted.get(holder)).isEqualTo(ballot.choice()));
        });
        var validTwice = entered(ballots).stream()
                .filter(ballot -> !ballot.duplicate() && ballot.choice().isValid())
                .map(Ballot::holderNo)
                .toList();
        assertThat(validTwice).doesNotHaveDuplicates();
    }

    @Property
    void anyChangedBallotChangesTheChecksum(
            @ForAll("ballots") @Size(min = 1) List<Ballot> ballots, @ForAll @IntRange(max = 29) int which) {
        var entered = entered(ballots);
        var before = BallotBox.checksum(entered);
        var index = which % entered.size();
        var ballot = entered.get(index);
        var other = ballot.choice() == Choice.AGREE ? Choice.AGAINST : Choice.AGREE;
        entered.set(
                index,
                new Ballot(ballot.id(), ballot.holderNo(), "", other, NOW, "", ballot.duplicate(), "teller", NOW));
        assertThat(BallotBox.checksum(entered)).isNotEqualTo(before);
    }
}
