package org.qibu.voting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The votes of a matter, numbered, with the counts that were made of them. */
@Repository
public class Polls {

    private final JdbcClient database;
    private final Clock clock;

    Polls(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens the next vote of a matter. */
    public Poll prepare(String matterNo, int cycle, NewPoll poll) {
        database.sql("""
                        insert into poll (matter_no, no, cycle, rule_id, electorate_id, question, method, register_date,
                          opens_at, closes_at, silent_rule, silent_rule_basis, total_area, total_heads)
                        select ?, count(*) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from poll where matter_no = ?""")
                .params(
                        matterNo,
                        cycle,
                        poll.ruleId(),
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

    /** Gives a vote more time, or a second meeting; the certified count stays on file. */
    public void extend(Poll poll, Instant closesAt) {
        database.sql("""
                        update poll set closes_at = ?, extended = extended + 1, result = null
                        where matter_no = ? and no = ?""")
                .params(Timestamp.from(closesAt), poll.matterNo(), poll.no())
                .update();
    }

    /** Keeps a count of hands. */
    public void count(Poll poll, HandCount count) {
        database.sql("""
                        insert into poll_count (matter_no, poll_no, present, agree, against, abstain, invalid,
                          entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        poll.matterNo(),
                        poll.no(),
                        count.present(),
                        count.agree(),
                        count.against(),
                        count.abstain(),
                        count.invalid(),
                        count.enteredBy(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** All counts of a vote, oldest first. */
    public List<HandCount> counts(Poll poll) {
        return database.sql("select * from poll_count where matter_no = ? and poll_no = ? order by id")
                .params(poll.matterNo(), poll.no())
                .query(HandCount.class)
                .list();
    }

    /** The latest count of a vote. */
    public Optional<HandCount> latestCount(Poll poll) {
        return counts(poll).stream().reduce((first, second) -> second);
    }

    /** Certifies a count: its verdict becomes the vote's result. */
    public void certify(Poll poll, HandCount count, String scrutineer, Verdict verdict) {
        judge(count, scrutineer, true, verdict.name());
        database.sql("update poll set result = ? where matter_no = ? and no = ?")
                .params(verdict.name(), poll.matterNo(), poll.no())
                .update();
    }

    /** Refuses a count, which has to be entered anew. */
    public void refuse(HandCount count, String scrutineer) {
        judge(count, scrutineer, false, null);
    }

    private void judge(HandCount count, String scrutineer, boolean certified, String result) {
        database.sql("update poll_count set certified = ?, certified_by = ?, certified_at = ?, result = ? where id = ?")
                .params(certified, scrutineer, Timestamp.from(clock.instant()), result, count.id())
                .update();
    }
}
