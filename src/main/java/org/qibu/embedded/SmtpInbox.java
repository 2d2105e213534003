package org.qibu.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Clock;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server on 127.0.0.1 that delivers nothing and keeps everything, for demonstrations, training and tests. */
@Component
@ConditionalOnEmbeddedInbox
public class SmtpInbox implements DisposableBean {

    private static final int MAX_MESSAGE = 20 * 1024 * 1024;

    private final SMTPServer server;

    SmtpInbox(Inbox inbox, Clock clock) {
        this.server = SMTPServer.port(PostgresServer.freePort())
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .maxMessageSize(MAX_MESSAGE)
                .serverThreadName("inbox")
                .simpleMessageListener(new Keep(inbox, clock))
                .build();
        server.start();
    }

    /** Where to send to. */
    public String host() {
        return "127.0.0.1";
    }

    /** Where to send to. */
    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void destroy() {
        server.stop();
    }

    private record Keep(Inbox inbox, Clock clock) implements SimpleMessageListener {

        @Override
        public boolean accept(String from, String recipient) {
            return true;
        }

        @Override
        public void deliver(String from, String recipient, InputStream data) throws IOException {
            var raw = new ByteArrayOutputStream();
            data.transferTo(raw);
            inbox.keep(from, recipient, MessageReader.read(raw.toByteArray()), clock.instant());
        }
    }
}
