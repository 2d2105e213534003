package org.qibu.availability;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Outermost of all filters, so that no failure of the database leaves as 500, whoever ran into it: the login, a session, a
 * page, the engine. A lost race is 409; what cannot be done now is 503 and when to come back, at once where it is known.
 */
class OutageFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);
    private static final String HEALTH = "/actuator/health";

    private final DatabaseWatch watch;

    OutageFilter(DatabaseWatch watch) {
        this.watch = watch;
    }

    /** The page that tells of an error may run into the same. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (watch.state() == DatabaseState.DOWN && !request.getRequestURI().startsWith(HEALTH)) {
            OutageAnswer.send(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException | Error e) {
            OutOfMemory.endIfCauseOf(e);
            answer(request, response, e);
        }
        if (response.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            watch.suspect();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Throwable failure)
            throws ServletException, IOException {
        var trouble = DatabaseTrouble.of(failure);
        if (BrokenBody.isOf(request) && trouble.isEmpty()) {
            LOG.info("{} {}: the body could not be read", request.getMethod(), request.getRequestURI());
            if (!response.isCommitted()) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        } else if (trouble.isEmpty() || response.isCommitted()) {
            rethrow(failure);
        } else if (trouble.get() == DatabaseTrouble.RACE) {
            response.sendError(HttpServletResponse.SC_CONFLICT);
        } else {
            LOG.warn("{} at {}: {}", trouble.get(), request.getRequestURI(), failure.getMessage());
            OutageAnswer.send(request, response);
        }
    }

    private static void rethrow(Throwable failure) throws ServletException, IOException {
        if (failure instanceof ServletException servlet) {
            throw servlet;
        }
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
