package org.qibu.availability;

import java.io.IOException;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The body of one request, read as before, but given up when it comes too slowly or too many others are waited for. */
class MeteredBody implements InputBuffer {

    private final InputBuffer body;
    private final SlowBodies limits;
    private final long length;
    private long read;
    private long since;
    private boolean holdsPlace;
    private boolean ended;
    private int refusal;

    /** The length is -1 where the sender did not say. */
    MeteredBody(InputBuffer body, long length, SlowBodies limits) {
        this.body = body;
        this.length = length;
        this.limits = limits;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (body.available() == 0 && !isComplete()) {
            mustBeAllowedToWait();
        }
        var count = body.doRead(handler);
        if (count < 0) {
            ended = true;
        } else {
            read += count;
        }
        return count;
    }

    private void mustBeAllowedToWait() throws IOException {
        if (refusal != 0) {
            throw new IOException("the body was given up");
        }
        if (!holdsPlace) {
            if (!limits.places().tryAcquire()) {
                refuse(503, "too many bodies are waited for");
            }
            holdsPlace = true;
            since = System.nanoTime();
        } else if (limits.isTooSlow(read, System.nanoTime() - since)) {
            refuse(408, "the body comes too slowly");
        }
    }

    private void refuse(int status, String why) throws IOException {
        refusal = status;
        throw new IOException(why);
    }

    @Override
    public int available() {
        return body.available();
    }

    /** Whether nothing is to come any more. */
    boolean isComplete() {
        return ended || length >= 0 && read >= length;
    }

    /** What is answered where it was given up; 0 where it was not. */
    int refusal() {
        return refusal;
    }

    /** Reads what nobody asked for, so that the sender gets to see the answer; gives up at this many bytes. */
    void drain(long most) {
        try {
            var before = read;
            while (!isComplete() && refusal == 0 && read - before < most) {
                if (doRead(ApplicationBufferHandler.EMPTY) < 0) {
                    return;
                }
            }
        } catch (IOException e) {
            // whoever sends it is gone, or too slow: the connection is closed
        }
    }

    /** Gives the place back. */
    void end() {
        if (holdsPlace) {
            holdsPlace = false;
            limits.places().release();
        }
    }
}
