package org.qibu.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;

/** Slow is who lets others wait, not who waits for a busy program. */
class MeteredBodyTest {

    private static final SlowBodies LIMITS =
            new SlowBodies(new Semaphore(1), new Semaphore(1), Duration.ofSeconds(5), 1024, Duration.ofMinutes(10));
    private static final ApplicationBufferHandler NOWHERE = new ApplicationBufferHandler() {

        @Override
        public void setByteBuffer(ByteBuffer buffer) {}

        @Override
        public ByteBuffer getByteBuffer() {
            return ByteBuffer.allocate(0);
        }

        @Override
        public void expand(int size) {}
    };

    private final AtomicLong now = new AtomicLong();

    @Test
    void aBodyThatWaitsUntilABusyProgramReadsItIsTaken() throws IOException {
        var body = body(2_000, Duration.ofMillis(1));

        pass(Duration.ofSeconds(40));
        assertThat(body.doRead(NOWHERE)).isEqualTo(1_000);
        pass(Duration.ofSeconds(40));
        assertThat(body.doRead(NOWHERE)).isEqualTo(1_000);
        assertThat(body.isComplete()).isTrue();
    }

    @Test
    void aBodyForWhichAThreadWaitsTooLongIsGivenUp() throws IOException {
        var body = body(100_000, Duration.ofSeconds(4));

        assertThat(body.doRead(NOWHERE)).isEqualTo(1_000);
        assertThat(body.doRead(NOWHERE)).isEqualTo(1_000);
        assertThatThrownBy(() -> body.doRead(NOWHERE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too slowly");
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** Comes in pieces of a thousand bytes, for each of which has to be waited. */
    private MeteredBody body(long length, Duration wait) {
        var slow = new InputBuffer() {

            @Override
            public int doRead(ApplicationBufferHandler handler) {
                pass(wait);
                return 1_000;
            }

            @Override
            public int available() {
                return 0;
            }
        };
        return new MeteredBody(slow, length, LIMITS, () -> {}, now::get);
    }
}
