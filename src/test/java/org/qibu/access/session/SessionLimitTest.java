package org.qibu.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.access.login.LoginLife;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What has happened is not judged by the clock again: a login begins once, whatever the machine's clock shows later. */
class SessionLimitTest {

    private static final Duration LONGEST = Duration.ofHours(10);
    private static final int IDLE_SECONDS = 30 * 60;

    private final AtomicLong ticks = new AtomicLong(-5_000_000);
    private final AtomicLong millis = new AtomicLong(1_800_000_000_000L);
    private final SessionLimit limit = node();
    private final MockHttpSession session = new MockHttpSession();

    private SessionLimit node() {
        return new SessionLimit(LONGEST, new LoginLife.Time(UUID.randomUUID(), ticks::get, millis::get));
    }

    @BeforeEach
    void logIn() {
        session.setMaxInactiveInterval(IDLE_SECONDS);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("clerk", null, List.of()));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private void pass(Duration time) {
        ticks.addAndGet(time.toNanos());
        millis.addAndGet(time.toMillis());
    }

    private boolean isIn(SessionLimit node) throws Exception {
        var request = new MockHttpServletRequest();
        request.setSession(session);
        node.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return !session.isInvalid();
    }

    private Duration lifeAt(SessionLimit first, SessionLimit second) throws Exception {
        var life = Duration.ZERO;
        for (var turn = 0; isIn(turn % 2 == 0 ? first : second); turn++) {
            pass(Duration.ofMinutes(10));
            life = life.plusMinutes(10);
        }
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
        return life;
    }

    @Test
    void aLoginEndsAfterItsLongestTimeHoweverBusyItIs() throws Exception {
        assertThat(lifeAt(limit, limit)).isEqualTo(Duration.ofHours(10).plusMinutes(10));
    }

    @Test
    void twoNodesCountTheSameLife() throws Exception {
        assertThat(lifeAt(limit, node())).isEqualTo(Duration.ofHours(10).plusMinutes(10));
    }

    @Test
    void aClockThatGoesBackADayNeitherLengthensNorEndsIt() throws Exception {
        for (int i = 0; i < 6 * 6; i++) {
            assertThat(isIn(limit)).isTrue();
            pass(Duration.ofMinutes(10));
        }
        millis.addAndGet(-Duration.ofDays(1).toMillis());
        assertThat(lifeAt(limit, limit)).isEqualTo(Duration.ofHours(4).plusMinutes(10));
    }

    @Test
    void aRestIsOverAsSoonAsItWasThoughTheClockWentBack() throws Exception {
        isIn(limit);
        millis.addAndGet(-Duration.ofDays(1).toMillis());
        pass(Duration.ofHours(1));
        assertThat(isIn(limit)).isFalse();
    }

    @Test
    void whatANewlyStartedNodeCannotMeasureIsOver() throws Exception {
        isIn(limit);
        pass(Duration.ofMinutes(5));
        millis.addAndGet(-Duration.ofDays(1).toMillis());
        assertThat(isIn(node())).isFalse();
    }

    @Test
    void clocksOfNodesMayDifferByAMinute() throws Exception {
        isIn(limit);
        millis.addAndGet(-Duration.ofSeconds(50).toMillis());
        assertThat(isIn(node())).isTrue();
    }

    @Test
    void aVisitorWithoutALoginIsLeftAlone() throws Exception {
        SecurityContextHolder.clearContext();
        isIn(limit);
        pass(Duration.ofDays(2));
        assertThat(isIn(limit)).isTrue();
    }
}
