package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.TimeDriven;
import org.qibu.engine.spi.Deputies;
import org.qibu.matter.access.NotNow;
import org.qibu.matter.proposer.Act;
import org.qibu.matter.proposer.Acts;
import org.qibu.notices.objections.NoObjection;
import org.qibu.notices.posting.Notices;
import org.qibu.voting.ballots.BallotsRefused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An end that was reached stays reached when a clock goes back: what has happened is not judged by the clock again. A clock
 * that goes back a day is the same as an end that lies a day later than it did.
 */
class ClosedStaysClosedTest extends ProcessTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    private List<TimeDriven> sweeps;

    @Autowired
    private Notices notices;

    @Autowired
    private List<Deputies> deputies;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Acts acts;

    @Autowired
    private Clock clock;

    private void sweep() {
        sweeps.forEach(TimeDriven::runDue);
    }

    @Test
    void aPollWhoseTimeIsOverStaysClosedAndTakesNoBallotReceivedNow() {
        var story = agreed("RES_MAJOR")
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .by(
                        "clerk",
                        "task_prepareBallot",
                        Forms.with(
                                Forms.ballot(electorate("RESIDENTS_REP_MEETING").id()), "method", "PAPER"))
                .fire("timer_pollOpens");
        assertThat(story.poll().state(clock.instant())).isEqualTo("OPEN");
        end("poll", "closes_at", story.no(), clock.instant().minusSeconds(60));
        sweep();
        end("poll", "closes_at", story.no(), clock.instant().plus(DAY));
        assertThat(story.poll().state(clock.instant())).isEqualTo("COUNTING");
        assertThatThrownBy(() -> story.ballots("teller", story.roll().subList(0, 1), "AGREE"))
                .isInstanceOf(BallotsRefused.class);
        polls.extend(story.poll(), clock.instant().plus(DAY));
        assertThat(story.poll().state(clock.instant())).as("more time given").isEqualTo("OPEN");
    }

    @Test
    void aNoticePastItsTermTakesNoObjectionAgain() {
        var story = raise().verify().study().by("secretary", "task_fixAgenda", Forms.onAgenda());
        end("notice", "posted_until", story.no(), clock.instant().minusSeconds(60));
        sweep();
        end("notice", "posted_until", story.no(), clock.instant().plus(DAY));
        var notice = notices.of(story.no()).get(0);
        assertThat(notice.isPosted(clock.instant())).isFalse();
        assertThatThrownBy(() -> objections.raise(story.no(), "邵蓉蓉", "挡住了通道。")).isInstanceOf(NoObjection.class);
    }

    @Test
    void aTimeAwayThatIsOverGivesNobodyADeputyAgain() {
        var today = Calendars.dayOf(clock.instant());
        var away = database.sql("""
                        insert into absence (account_id, deputy_id, from_day, to_day, note, entered_at)
                        values ('inspector', 'bureau', :from, :to, '', :now) returning id""")
                .param("from", today.minusDays(5))
                .param("to", today.minusDays(1))
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        sweep();
        move(away, today.plusDays(1));
        assertThat(deputies)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.absentOf("bureau")).doesNotContain("inspector"));
    }

    @Test
    void aMatterThatLapsedTooLongAgoIsNotTakenUpAgain() {
        var story = raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "verified", false))
                .fire("timer_moreInfoOver");
        end("matter", "closed_at", story.no(), clock.instant().minus(DAY.multipliedBy(40)));
        sweep();
        end("matter", "closed_at", story.no(), clock.instant().minus(DAY));
        var receipt = story.matter().receipt();
        assertThatThrownBy(() -> acts.make(Act.REVIVE, story.no(), receipt, "请继续办。", null))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("超过 30 天");
    }

    private void move(long absence, LocalDate last) {
        database.sql("update absence set to_day = ? where id = ?")
                .params(last, absence)
                .update();
    }

    private void end(String table, String column, String matterNo, Instant end) {
        database.sql("update " + table + " set " + column + " = ? where matter_no = ?")
                .params(Timestamp.from(end), matterNo)
                .update();
    }
}
