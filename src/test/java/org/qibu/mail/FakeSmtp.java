package org.qibu.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that can misbehave: hang, cut the line after the message, refuse one address for ever or for now. */
public final class FakeSmtp implements AutoCloseable {

    public enum Mood {
        KIND,
        HANGS,
        CUTS_AFTER_DATA
    }

    /** A message it took. */
    public record Taken(String to, String message) {

        public String header(String name) {
            return message.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }
    }

    public final List<Taken> taken = new CopyOnWriteArrayList<>();
    public volatile Mood mood = Mood.KIND;
    public volatile String refused = "";
    public volatile String busyFor = "";
    public volatile Runnable whenTaken = () -> {};
    public final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket door;

    public FakeSmtp(int port) {
        try {
            door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::listen);
    }

    public int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "fake-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                connections.incrementAndGet();
                start(() -> serve(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            talk(
                    new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8)),
                    caller.getOutputStream());
        } catch (IOException e) {
            // the caller went away, which is its right
        }
    }

    private void talk(BufferedReader in, OutputStream out) throws IOException {
        if (mood == Mood.HANGS) {
            in.readLine();
            return;
        }
        answer(out, "220 fake");
        var to = "";
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT TO:")) {
                to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                answer(out, to.equals(refused) ? "550 no such user" : to.equals(busyFor) ? "450 try later" : "250 ok");
            } else if (line.equals("DATA")) {
                answer(out, "354 go on");
                taken.add(new Taken(to, message(in)));
                whenTaken.run();
                if (mood == Mood.CUTS_AFTER_DATA) {
                    return;
                }
                answer(out, "250 taken");
            } else if (line.equals("QUIT")) {
                answer(out, "221 bye");
                return;
            } else {
                answer(out, "250 ok");
            }
        }
    }

    private static String message(BufferedReader in) throws IOException {
        var message = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
