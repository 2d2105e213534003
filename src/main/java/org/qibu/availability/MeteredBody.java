package org.qibu.availability;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of one request, read as before, but given up when it comes too slowly. Only the time in which somebody waits for
 * the sender counts: what the program does before and between is not the sender's slowness.
 */
class MeteredBody implements InputBuffer {

    private final InputBuffer body;
    private final long length;
    private final SlowBodies limits;
    private final LongSupplier nanoTime;
    private long waited;
    private long read;
    private boolean ended;
    private boolean givenUp;
    private final Runnable whenBroken;

    /** The length is -1 where the sender did not say; the last is run when reading fails. */
    MeteredBody(InputBuffer body, long length, SlowBodies limits, Runnable whenBroken) {
        this(body, length, limits, whenBroken, System::nanoTime);
    }

    MeteredBody(InputBuffer body, long length, SlowBodies limits, Runnable whenBroken, LongSupplier nanoTime) {
        this.body = body;
        this.length = length;
        this.limits = limits;
        this.whenBroken = whenBroken;
        this.nanoTime = nanoTime;
    }

    /** Whether all of it came together with the headers, so that nobody waits for it. */
    boolean isHere() {
        return length >= 0 && body.available() >= length;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        try {
            return readInTime(handler);
        } catch (IOException e) {
            whenBroken.run();
            throw e;
        }
    }

    private int readInTime(ApplicationBufferHandler handler) throws IOException {
        if (body.available() == 0 && !isComplete() && limits.isTooSlow(read, waited)) {
            givenUp = true;
        }
        if (givenUp) {
            throw new IOException("the body comes too slowly");
        }
        var count = waitFor(handler);
        if (count < 0) {
            ended = true;
        } else {
            read += count;
        }
        return count;
    }

    private int waitFor(ApplicationBufferHandler handler) throws IOException {
        var began = nanoTime.getAsLong();
        try {
            return body.doRead(handler);
        } finally {
            waited += nanoTime.getAsLong() - began;
        }
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
        var thrownAway = new ThrownAway();
        try {
            var before = read;
            while (!isComplete() && !givenUp && read - before < most) {
                if (doRead(thrownAway) < 0) {
                    return;
                }
            }
        } catch (IOException e) {
            // whoever sends it is gone, or too slow: the connection is closed
        }
    }

    /** Takes what is read and keeps none of it; a body sent in chunks needs a place for each piece. */
    private static final class ThrownAway implements ApplicationBufferHandler {

        private ByteBuffer piece = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            piece = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return piece;
        }

        @Override
        public void expand(int size) {
            // nothing is kept: each piece is given as it lies
        }
    }
}
