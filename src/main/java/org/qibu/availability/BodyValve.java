package org.qibu.availability;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        var metered = new MeteredBody(plain, request.getContentLengthLong(), limits);
        coyote.setInputBuffer(metered);
        try {
            getNext().invoke(request, response);
        } finally {
            if (!request.isAsync()) {
                finish(metered, response);
            }
            metered.end();
            coyote.setInputBuffer(plain);
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("transfer-encoding") != null;
    }

    private static void finish(MeteredBody metered, Response response) throws IOException {
        if (metered.refusal() == 0) {
            metered.drain(MOST_UNREAD);
        }
        if (metered.refusal() != 0 && !response.isCommitted()) {
            response.reset();
            response.setStatus(metered.refusal());
            if (metered.refusal() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                response.setHeader("Retry-After", String.valueOf(OutageAnswer.RETRY_SECONDS));
            }
        }
        if (!metered.isComplete()) {
            response.getCoyoteResponse().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
