package org.qibu.availability;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Keeps slow senders from occupying all threads: a thread that reads a body waits for whoever sends it. In front of
 * everything, since parameters and files of a form are read by the container itself.
 */
class BodyValve extends ValveBase {

    private static final long MOST_UNREAD = 2L * 1024 * 1024;
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Duration STEP = Duration.ofMillis(5);

    private final SlowBodies limits;

    BodyValve(SlowBodies limits) {
        super(true);
        this.limits = limits;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!hasBody(request)) {
            getNext().invoke(request, response);
            return;
        }
        var coyote = request.getCoyoteRequest();
        var plain = coyote.getInputBuffer();
        var metered = new MeteredBody(plain, request.getContentLengthLong(), limits, () -> BrokenBody.note(request));
        var waits = !metered.isHere();
        if (waits && !limits.places().tryAcquire()) {
            if (!comesAtOnce(metered, coyote)) {
                refuse(response);
                return;
            }
            waits = false;
        }
        coyote.setInputBuffer(metered);
        try {
            getNext().invoke(request, response);
            if (!request.isAsync()) {
                finish(metered, response);
            }
        } finally {
            // the container uses these objects again for whoever comes next
            coyote.setInputBuffer(plain);
            if (waits) {
                limits.places().release();
            }
        }
    }

    /**
     * Many programs send headers and body one after the other: while all places are taken, a moment is waited for the
     * second. The connector has nothing to wait on that reads no body, so that it is asked again and again.
     */
    private boolean comesAtOnce(MeteredBody body, org.apache.coyote.Request request) {
        if (!limits.moments().tryAcquire()) {
            return false;
        }
        try {
            var since = System.nanoTime();
            while (!body.isHere() && System.nanoTime() - since < MOMENT.toNanos()) {
                Thread.sleep(STEP.toMillis());
                request.action(ActionCode.AVAILABLE, true);
            }
            return body.isHere();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            limits.moments().release();
        }
    }

    private static void refuse(Response response) {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", String.valueOf(OutageAnswer.RETRY_SECONDS));
        readNoMore(response);
    }

    private static void readNoMore(Response response) {
        response.getCoyoteResponse().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("transfer-encoding") != null;
    }

    private static void finish(MeteredBody metered, Response response) {
        metered.drain(MOST_UNREAD);
        if (!metered.isComplete()) {
            readNoMore(response);
        }
    }
}
