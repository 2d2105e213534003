package org.qibu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class SessionLimitTest {

    private final AtomicLong now = new AtomicLong(1_000_000);
    private final SessionLimit limit = new SessionLimit(Duration.ofHours(10), now::get);
    private final MockHttpSession session = new MockHttpSession();

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private void ask() throws Exception {
        var request = new MockHttpServletRequest();
        request.setSession(session);
        limit.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }

    @Test
    void aLoginEndsAfterItsLongestTimeHoweverBusyItIs() throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("clerk", null, List.of()));
        for (int hour = 0; hour <= 10; hour++) {
            ask();
            now.addAndGet(Duration.ofHours(1).toMillis());
        }
        assertThat(session.isInvalid()).isFalse();
        ask();
        assertThat(session.isInvalid()).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Test
    void aVisitorWithoutALoginIsLeftAlone() throws Exception {
        ask();
        now.addAndGet(Duration.ofDays(2).toMillis());
        ask();
        assertThat(session.isInvalid()).isFalse();
    }
}
