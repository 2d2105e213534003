package org.qibu.availability;

import jakarta.servlet.ServletRequest;
import org.apache.catalina.connector.Request;

/**
 * Whether the body of a request could not be read to its end: it came too slowly, was written wrongly, or its sender left.
 * Whatever failed afterwards is the sender's fault, and the answer is already on its way.
 */
public final class BrokenBody {

    private static final String ATTRIBUTE = BrokenBody.class.getName();

    private BrokenBody() {}

    static void note(Request request) {
        request.setAttribute(ATTRIBUTE, Boolean.TRUE);
    }

    /** Whether reading the body of this request failed. */
    public static boolean isOf(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }
}
