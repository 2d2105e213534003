package org.qibu.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** While the database is away or full, whoever asks hears 503 and when to come back, at once, and never 500. */
class OutageFilterTest {

    private final DatabaseProbe probe = mock(DatabaseProbe.class);
    private final DatabaseWatch watch = new DatabaseWatch(probe);
    private final OutageFilter filter = new OutageFilter(watch);
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private void is(DatabaseState state) {
        when(probe.look(anyBoolean())).thenReturn(state);
        watch.look();
    }

    private void ask(String address, String accept, FilterChain chain) throws Exception {
        var request = new MockHttpServletRequest("GET", address);
        request.addHeader("Accept", accept);
        filter.doFilter(request, response, chain);
    }

    private static FilterChain failing(Exception failure) {
        return (request, response) -> {
            throw new ServletException("Request processing failed", failure);
        };
    }

    @Test
    void aKnownOutageIsSaidWithoutAskingAnybody() throws Exception {
        is(DatabaseState.DOWN);
        var asked = new AtomicBoolean();
        ask("/matters", "text/html", (request, answer) -> asked.set(true));
        assertThat(asked).isFalse();
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("10");
        assertThat(response.getContentAsString()).contains("系统暂时不能办理").contains("<!DOCTYPE html>");
    }

    @Test
    void healthIsAskedAllTheSame() throws Exception {
        is(DatabaseState.DOWN);
        var asked = new AtomicBoolean();
        ask("/actuator/health/liveness", "*/*", (request, answer) -> asked.set(true));
        assertThat(asked).isTrue();
    }

    @Test
    void whatFailsSinceItsBodyWasNotSentToTheEndIsTheSendersFault() throws Exception {
        var request = new MockHttpServletRequest("POST", "/issues/new");
        request.setAttribute(BrokenBody.class.getName(), true);
        filter.doFilter(request, response, failing(new IllegalStateException("Cannot forward")));
        assertThat(response.getStatus()).isEqualTo(400);
    }

    @Test
    void aFullDiskLetsReadingThroughAndAnswersWritingWith503() throws Exception {
        is(DatabaseState.READ_ONLY);
        var asked = new AtomicBoolean();
        ask("/notices", "text/html", (request, answer) -> asked.set(true));
        assertThat(asked).isTrue();
        ask("/api/issues", "application/json", failing(new SQLException("could not extend file", "53100")));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).startsWith("application/problem+json");
    }

    @Test
    void aDatabaseThatGoesAwayInTheMiddleOfARequestIs503() throws Exception {
        ask("/staff/matters", "text/html", failing(new SQLException("terminating connection", "57P01")));
        assertThat(response.getStatus()).isEqualTo(503);
    }

    @Test
    void aLostRaceIs409() throws Exception {
        ask("/staff/matters", "text/html", failing(new CannotAcquireLockException("waited")));
        assertThat(response.getStatus()).isEqualTo(409);
    }

    @Test
    void aFaultOfOursIsLeftToWhoeverTellsOfIt() {
        assertThatThrownBy(() -> ask("/", "text/html", failing(new IllegalStateException("a bug"))))
                .isInstanceOf(ServletException.class);
    }

    @Test
    void itIsReadyAgainAsSoonAsTheDatabaseIsThere() throws Exception {
        is(DatabaseState.DOWN);
        is(DatabaseState.UP);
        var asked = new AtomicBoolean();
        ask("/matters", "text/html", (request, answer) -> asked.set(true));
        assertThat(asked).isTrue();
    }

    @Test
    void readinessSaysWhatTheWatchSaw() {
        var health = new DatabaseHealthIndicator(watch);
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
        is(DatabaseState.READ_ONLY);
        assertThat(health.health().getStatus().getCode()).isEqualTo("DOWN");
    }
}
