package org.qibu.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.RoomsDatabase;
import org.qibu.calendar.Calendars;
import org.qibu.limits.MovedClock;
import org.qibu.transaction.ReadTogether;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A term of office that was over stays over when the clock goes back: whoever left hears of no late work again. A term that
 * is not over is untouched by it.
 */
class TermsThatEndedTest {

    private static final AtomicInteger COMMUNITIES = new AtomicInteger();

    private final JdbcClient database = JdbcClient.create(RoomsDatabase.source());
    private final MovedClock clock = new MovedClock();
    private final Offices offices = new Offices(database, clock);
    private final String community = "TE-" + COMMUNITIES.incrementAndGet();

    @BeforeEach
    void twoHeadsOneAfterTheOther() {
        new Communities(database, new ReadTogether(database))
                .add(new Community(community, "换届社区", "街道", "", "", "", "ORDINARY"));
        var today = Calendars.dayOf(clock.instant());
        term("former", "date '" + today.minusDays(300) + "'", "date '" + today.minusDays(1) + "'");
        term("head", "date '" + today + "'", "null");
        term("visitor", "date '" + today.minusDays(300) + "'", "date '" + today + "'");
    }

    private void term(String account, String from, String to) {
        database.sql("insert into office_holder (community_code, office, account, from_day, to_day) values ('"
                        + community + "', 'COMMITTEE_HEAD', '" + account + "', " + from + ", " + to + ")")
                .update();
    }

    @Test
    void whoLeftHoldsNothingAgain() {
        assertThat(offices.holders(community, Office.COMMITTEE_HEAD)).containsExactly("head", "visitor");

        offices.endThoseBefore(Calendars.dayOf(clock.instant()));
        clock.move(Duration.ofDays(-1));

        assertThat(offices.holders(community, Office.COMMITTEE_HEAD)).containsExactly("visitor");

        clock.move(Duration.ofDays(1));
        assertThat(offices.holders(community, Office.COMMITTEE_HEAD)).containsExactly("head", "visitor");
    }

    @Test
    void withoutItTheFormerOneWouldComeBack() {
        clock.move(Duration.ofDays(-1));

        assertThat(offices.holders(community, Office.COMMITTEE_HEAD)).containsExactly("former", "visitor");
    }
}
