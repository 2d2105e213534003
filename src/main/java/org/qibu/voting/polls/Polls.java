package org.qibu.voting.polls;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qibu.engine.MatterLock;
import org.qibu.voting.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The votes of a matter, numbered, with the counts that were made of them. */
@Repository
public class Polls {

    private final JdbcClient database;
    private final MatterLock lock;
    private final Electorates electorates;
    private final FrozenRolls rolls;
    private final Tallies tallies;
    private final Clock clock;

    public Polls(
            JdbcClient database,
            MatterLock lock,
            Electorates electorates,
            FrozenRolls rolls,
            Tallies tallies,
            Clock clock) {
        this.database = database;
        this.lock = lock;
        this.electorates = electorates;
        this.rolls = rolls;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** Prepares the next vote of a matter. */
    public Poll prepare(String matterNo, int cycle, NewPoll poll) {
        database.sql("""
                        insert into poll (matter_no, no, cycle, rule_id, rule_day, electorate_id, question, method,
                          register_date, opens_at, closes_at, silent_rule, silent_rule_basis, total_area, total_heads)
                        select ?, count(*) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from poll where matter_no = ?""")
                .params(
                        matterNo,
                        cycle,
                        poll.ruleId(),
                        poll.ruleDay(),
                        poll.electorate().id(),
                        poll.question(),
                        poll.method(),
                        poll.registerDate(),
                        Timestamp.from(poll.opensAt()),
                        Timestamp.from(poll.closesAt()),
                        poll.silentRule(),
                        poll.silentRuleBasis(),
                        poll.electorate().total().area(),
                        poll.electorate().total().heads(),
                        matterNo)
                .update();
        return current(matterNo).orElseThrow();
    }

    /**
     * Opens a vote: the roll is frozen as it stands at this moment.
     *
     * @throws IllegalStateException when the roll is gone; a vote without a roll must stop, it never passes
     */
    @Transactional
    public Poll open(Poll poll) {
        var holders = electorates.holders(poll.electorateId());
        if (holders.isEmpty()) {
            throw new IllegalStateException("名册 " + poll.electorateId() + " 是空的，表决 " + poll.pollId() + " 不能开始");
        }
        rolls.freeze(poll, holders);
        var area = holders.stream().mapToLong(RightHolder::area).sum();
        database.sql("""
                        update poll set opened_at = ?, roll_sha256 = ?, total_area = ?, total_heads = ?
                        where matter_no = ? and no = ?""")
                .params(
                        Timestamp.from(clock.instant()),
                        FrozenRolls.checksum(holders),
                        area,
                        holders.size(),
                        poll.matterNo(),
                        poll.no())
                .update();
        return find(poll.pollId()).orElseThrow();
    }

    /** The vote of this id, e.g. {@code TX-HB-2026-0001-P2}. */
    public Optional<Poll> find(String pollId) {
        var cut = pollId.lastIndexOf("-P");
        return cut < 0
                ? Optional.empty()
                : of(pollId.substring(0, cut)).stream()
                        .filter(poll -> poll.pollId().equals(pollId))
                        .findFirst();
    }

    /** The vote as it stands, held until the transaction ends so that nobody changes it meanwhile. */
    public Poll lock(String pollId) {
        var poll = find(pollId).orElseThrow();
        lock.hold(poll.matterNo());
        database.sql("select no from poll where matter_no = ? and no = ? for update")
                .params(poll.matterNo(), poll.no())
                .query(Integer.class)
                .single();
        return find(pollId).orElseThrow();
    }

    /** All votes of a matter, oldest first. */
    public List<Poll> of(String matterNo) {
        return database.sql("select * from poll where matter_no = ? order by no")
                .param(matterNo)
                .query(Poll.class)
                .list();
    }

    /** The latest vote of a matter. */
    public Optional<Poll> current(String matterNo) {
        return of(matterNo).stream().reduce((first, second) -> second);
    }

    /** Gives a vote more time, or a second meeting; the certified count stays on file, and so do the ballots. */
    public void extend(Poll poll, Instant closesAt) {
        database.sql("""
                        update poll set closes_at = ?, closed_at = null, extended = extended + 1, result = null, entry_closed = false
                        where matter_no = ? and no = ?""")
                .params(Timestamp.from(closesAt), poll.matterNo(), poll.no())
                .update();
    }

    /** Notes of all votes whose time is over that it is. */
    void closeThoseOver(Instant now) {
        database.sql("""
                        update poll set closed_at = closes_at where (matter_no, no) in (
                          select matter_no, no from poll
                          where closed_at is null and opened_at is not null and closes_at <= ?
                          for no key update skip locked)""").param(Timestamp.from(now)).update();
    }

    /** When the time of the next vote is over. */
    Optional<Instant> nextClose() {
        return database.sql("""
                        select min(closes_at) as next from poll where closed_at is null and opened_at is not null""")
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("next")).map(Timestamp::toInstant))
                .single();
    }

    /** Keeps a count; from here on no ballot is taken any more. */
    public void count(Poll poll, Tally tally) {
        database.sql("update poll set entry_closed = true where matter_no = ? and no = ?")
                .params(poll.matterNo(), poll.no())
                .update();
        tallies.keep(poll, tally);
    }

    /** All counts of a vote, oldest first. */
    public List<Tally> counts(Poll poll) {
        return tallies.of(poll);
    }

    /** The latest count of a vote. */
    public Optional<Tally> latestCount(Poll poll) {
        return counts(poll).stream().reduce((first, second) -> second);
    }

    /** Certifies a count: its verdict becomes the vote's result. */
    public void certify(Poll poll, Tally tally, String scrutineer, Verdict verdict, String irregularities) {
        tallies.judge(tally, scrutineer, true, verdict.name(), irregularities);
        database.sql("update poll set result = ? where matter_no = ? and no = ?")
                .params(verdict.name(), poll.matterNo(), poll.no())
                .update();
    }

    /** Ends a vote none of whose counts could be certified; no ballot is taken any more and there is no result. */
    public void annul(Poll poll, Tally tally, String scrutineer, String irregularities) {
        tallies.judge(tally, scrutineer, false, null, irregularities);
        database.sql("update poll set result = ?, entry_closed = true where matter_no = ? and no = ?")
                .params(Poll.VOIDED, poll.matterNo(), poll.no())
                .update();
    }

    /** Refuses a count; another pair counts anew, on a new sheet. */
    public void refuse(Poll poll, Tally tally, String scrutineer, String irregularities) {
        tallies.judge(tally, scrutineer, false, null, irregularities);
        database.sql("update poll set sheet = sheet + 1, entry_closed = false where matter_no = ? and no = ?")
                .params(poll.matterNo(), poll.no())
                .update();
    }
}
