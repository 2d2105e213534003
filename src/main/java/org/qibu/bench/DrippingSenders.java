package org.qibu.bench;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Connections that begin a request and then send a byte now and then, without ever coming to its end. */
final class DrippingSenders {

    private static final long BETWEEN_SECONDS = 4;

    private final URI server;
    private final int many;
    private final int seconds;

    /**
     * @param many how many connections
     * @param seconds how long they go on
     */
    DrippingSenders(String server, int many, int seconds) {
        this.server = URI.create(server);
        this.many = many;
        this.seconds = seconds;
    }

    /** In what part of a request they get stuck. */
    enum Kind {
        HEAD("请求头 heads", "GET /notices HTTP/1.1\r\nHost: a\r\nX-Slow: ", "a"),
        BODY(
                "请求体 bodies",
                "POST /api/issues HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 50000\r\n\r\n",
                "a"),
        CHUNKS(
                "分块 chunks",
                "POST /api/issues HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n",
                "1\r\na\r\n"),
        FORM(
                "表单 forms",
                "POST /login HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 50000\r\n\r\n",
                "a");

        private final String label;
        private final String beginning;
        private final String piece;

        Kind(String label, String beginning, String piece) {
            this.label = label;
            this.beginning = beginning;
            this.piece = piece;
        }

        String label() {
            return label;
        }
    }

    void send(Kind kind) throws IOException, InterruptedException {
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < many; i++) {
                var socket = new Socket(server.getHost(), server.getPort());
                sockets.add(socket);
                write(socket, kind.beginning);
            }
            for (int i = 0; i < seconds / BETWEEN_SECONDS; i++) {
                TimeUnit.SECONDS.sleep(BETWEEN_SECONDS);
                sockets.forEach(socket -> write(socket, kind.piece));
            }
        } finally {
            close(sockets);
        }
    }

    private static void write(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // it was cut off, as it should be
        }
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
