package org.qibu.availability;

import java.io.IOException;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The body of one request, read as before, but given up when it comes too slowly. */
class MeteredBody implements InputBuffer {

    private final InputBuffer body;
    private final long length;
    private final SlowBodies limits;
    private final long since = System.nanoTime();
    private long read;
    private boolean ended;
    private boolean givenUp;

    /** The length is -1 where the sender did not say. */
    MeteredBody(InputBuffer body, long length, SlowBodies limits) {
        this.body = body;
        this.length = length;
        this.limits = limits;
    }

    /** Whether all of it came together with the headers, so that nobody waits for it. */
    boolean isHere() {
        return length >= 0 && body.available() >= length;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (body.available() == 0 && !isComplete() && limits.isTooSlow(read, System.nanoTime() - since)) {
            givenUp = true;
        }
        if (givenUp) {
            throw new IOException("the body comes too slowly");
        }
        var count = body.doRead(handler);
        if (count < 0) {
            ended = true;
        } else {
            read += count;
        }
        return count;
    }

    @Override
    public int available() {
        return body.available();
    }

    /** Whether nothing is to come any more. */
    boolean isComplete() {
        return ended || length >= 0 && read >= length;
    }

    /** Reads what nobody asked for, so that the sender gets to see the answer; gives up at this many bytes. */
    void drain(long most) {
        try {
            var before = read;
            while (!isComplete() && !givenUp && read - before < most) {
                if (doRead(ApplicationBufferHandler.EMPTY) < 0) {
                    return;
                }
            }
        } catch (IOException e) {
            // whoever sends it is gone, or too slow: the connection is closed
        }
    }
}
