package org.qibu.voting.ballots;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qibu.voting.Checksum;
import org.qibu.voting.Measure;
import org.qibu.voting.polls.FrozenRolls;
import org.qibu.voting.polls.Poll;
import org.qibu.voting.polls.PollClosed;
import org.qibu.voting.polls.Polls;
import org.qibu.voting.polls.RightHolder;
import org.qibu.voting.polls.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes ballots and adds them up. What is in the box never changes; a recount fills another sheet. */
@Service
public class BallotBox {

    private final JdbcClient database;
    private final FrozenRolls rolls;
    private final Polls polls;
    private final Clock clock;

    BallotBox(JdbcClient database, FrozenRolls rolls, Polls polls, Clock clock) {
        this.database = database;
        this.rolls = rolls;
        this.polls = polls;
        this.clock = clock;
    }

    /**
     * What became of ballots handed in together.
     *
     * @param accepted how many were taken as the first of their holder
     * @param duplicates those whose holder had voted before
     */
    public record Taken(int accepted, List<Duplicate> duplicates) implements Serializable {}

    /** A second ballot of somebody, kept for the scrutineer. */
    public record Duplicate(int row, String rightHolderId) implements Serializable {}

    /**
     * Takes ballots, all or none. The first valid one of a right holder counts.
     *
     * @throws BallotsRefused naming every ballot that is wrong
     * @throws PollClosed when the vote takes no ballots now
     */
    @Transactional
    public Taken enter(String pollId, List<PaperBallot> ballots, String teller) {
        var poll = polls.lock(pollId);
        if (!poll.takesBallots()) {
            throw new PollClosed(poll);
        }
        var checked = new BallotReading(poll, rolls.of(poll), clock.instant()).read(ballots);
        var votes = new Votes(of(poll));
        var duplicates = new ArrayList<Duplicate>();
        for (var ballot : checked) {
            var duplicate = !votes.recordIfFirst(ballot.holder(), ballot.choice());
            if (duplicate) {
                duplicates.add(new Duplicate(ballot.row(), ballot.holder()));
            }
            keep(poll, ballot, duplicate, teller);
        }
        return new Taken(checked.size() - duplicates.size(), duplicates);
    }

    private void keep(Poll poll, BallotReading.Checked ballot, boolean duplicate, String teller) {
        database.sql("""
                        insert into ballot (matter_no, poll_no, sheet, holder_no, choice, received_at, proxy_doc,
                          duplicate, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        poll.matterNo(),
                        poll.no(),
                        poll.sheet(),
                        ballot.holder(),
                        ballot.choice().name(),
                        Timestamp.from(ballot.receivedAt()),
                        ballot.proxyDoc(),
                        duplicate,
                        teller,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** The ballots of the counting that runs or ran last, as they were entered. */
    public List<Ballot> of(Poll poll) {
        return database.sql("""
                        select b.id, b.holder_no, v.place, b.choice, b.received_at, b.proxy_doc, b.duplicate,
                          b.entered_by, b.entered_at
                        from ballot b join poll_voter v using (matter_no, poll_no, holder_no)
                        where b.matter_no = ? and b.poll_no = ? and b.sheet = ? order by b.id""")
                .params(poll.matterNo(), poll.no(), poll.sheet())
                .query(Ballot.class)
                .list();
    }

    /** Adds the ballots up. */
    public Tally tally(Poll poll, String teller) {
        var ballots = of(poll);
        var areas = rolls.of(poll).stream().collect(Collectors.toMap(RightHolder::no, RightHolder::area));
        var sums = new Votes(ballots)
                .counted().entrySet().stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getValue,
                                Collectors.reducing(
                                        Measure.NONE,
                                        vote -> new Measure(Objects.requireNonNull(areas.get(vote.getKey())), 1),
                                        Measure::plus)));
        Function<Choice, Measure> sum = choice -> sums.getOrDefault(choice, Measure.NONE);
        return Tally.entered(
                sum.apply(Choice.AGREE).plus(sum.apply(Choice.AGAINST)).plus(sum.apply(Choice.ABSTAIN)),
                sum.apply(Choice.AGREE),
                sum.apply(Choice.AGAINST),
                sum.apply(Choice.ABSTAIN),
                sum.apply(Choice.INVALID),
                sum.apply(Choice.SILENT),
                ballots.stream().filter(Ballot::duplicate).count(),
                checksum(ballots),
                teller);
    }

    /** The checksum of ballots: holder, choice, whether put aside, a line each, by holder and order of entry. */
    public static String checksum(List<Ballot> ballots) {
        return Checksum.of(ballots.stream()
                .sorted(Comparator.comparing(Ballot::holderNo).thenComparing(Ballot::id))
                .map(ballot -> ballot.holderNo() + "|" + ballot.choice() + "|" + ballot.duplicate()));
    }
}
