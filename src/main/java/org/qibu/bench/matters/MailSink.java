package org.qibu.bench.matters;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes everything and keeps only how much and when, so that its work counts for neither side. */
public final class MailSink implements AutoCloseable {

    private final AtomicInteger mails = new AtomicInteger();
    private volatile long last = System.nanoTime();
    private final SMTPServer server;

    public MailSink() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server = SMTPServer.port(free.getLocalPort())
                    .bindAddress(InetAddress.getLoopbackAddress())
                    .hostName("localhost")
                    .simpleMessageListener(new Count())
                    .build();
        }
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    int mails() {
        return mails.get();
    }

    /** When the last mail came, in the machine's nanoseconds. */
    long lastAt() {
        return last;
    }

    /** Returns when for so long neither the caller nor a mail has come. */
    void awaitQuiet(Duration rest) {
        var called = System.nanoTime();
        var left = rest.toNanos();
        while (left > 0) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(100)));
            left = Math.max(called, last) + rest.toNanos() - System.nanoTime();
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Count implements SimpleMessageListener {

        @Override
        public boolean accept(String from, String recipient) {
            return true;
        }

        @Override
        public void deliver(String from, String recipient, InputStream data) throws IOException {
            data.transferTo(OutputStream.nullOutputStream());
            last = System.nanoTime();
            mails.incrementAndGet();
        }
    }
}
