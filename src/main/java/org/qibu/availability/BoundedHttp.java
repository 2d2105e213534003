package org.qibu.availability;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The web server's own HTTP with two bounds it has not: the head of a request, its line and headers, has to be there within a
 * time, however steadily its bytes drip; and one address has only so many connections at once.
 */
public class BoundedHttp extends Http11NioProtocol {

    /** A head is a few kilobytes: a telephone on a weak network sends it in less than a second. */
    private static final Duration LONGEST_HEAD = Duration.ofSeconds(10);

    private Duration longestHead = LONGEST_HEAD;

    /** Made by the web server, by name. */
    public BoundedHttp() {
        super(new BoundedEndpoint());
    }

    /** How many connections an address may have at once; bounds none before it is set. */
    void bound(AddressBound connections) {
        ((BoundedEndpoint) getEndpoint()).bound(connections);
    }

    void setLongestHead(Duration longestHead) {
        this.longestHead = longestHead;
    }

    @Override
    protected Processor createProcessor() {
        return new BoundedHead();
    }

    /** Reads the requests of one connection after the other; asked anew with each piece of a head that arrives. */
    private final class BoundedHead extends Http11Processor {

        private @Nullable SocketWrapperBase<?> incomplete;
        private long since;

        private BoundedHead() {
            super(BoundedHttp.this, BoundedHttp.this.getAdapter());
        }

        @Override
        public SocketState service(SocketWrapperBase<?> connection) throws IOException {
            var state = super.service(connection);
            if (state != SocketState.LONG || isAsync()) {
                incomplete = null;
                return state;
            }
            if (incomplete != connection) {
                incomplete = connection;
                since = System.nanoTime();
            }
            return System.nanoTime() - since > longestHead.toNanos() ? SocketState.CLOSED : state;
        }
    }
}
