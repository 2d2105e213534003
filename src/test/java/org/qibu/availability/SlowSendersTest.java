package org.qibu.availability;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who send their headers or bodies byte by byte leave the server answering everybody else; over real sockets. */
class SlowSendersTest {

    private static final int THREADS = 30;
    private static final int PLACES = 20;
    private static final int SENDERS = 120;
    private static final int MOST = 200;

    @TempDir
    private Path work;

    private final Tomcat server = new Tomcat();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Socket> slow = new ArrayList<>();
    private final ScheduledExecutorService drip = Executors.newScheduledThreadPool(2);
    private final AtomicBoolean broken = new AtomicBoolean();
    private final Semaphore places = new Semaphore(PLACES);

    @BeforeEach
    void aServerWithFewThreads() throws Exception {
        server.setBaseDir(work.toString());
        var connector = new Connector(BoundedHttp.class.getName());
        connector.setPort(0);
        server.setConnector(connector);
        var http = (BoundedHttp) connector.getProtocolHandler();
        http.setLongestHead(Duration.ofSeconds(2));
        http.bound(new AddressBound(MOST, "127.0.0.3"::equals));
        server.getConnector().setProperty("maxThreads", String.valueOf(THREADS));
        server.getConnector().setProperty("connectionTimeout", "5000");
        server.getEngine()
                .getPipeline()
                .addValve(new BodyValve(
                        new SlowBodies(places, new Semaphore(5), Duration.ofSeconds(2), 1024, Duration.ofSeconds(30))));
        var context = server.addContext("", work.toString());
        Tomcat.addServlet(context, "echo", new Echo()).setAsyncSupported(true);
        context.addServletMappingDecoded("/", "echo");
        server.start();
    }

    @AfterEach
    void end() throws Exception {
        drip.shutdownNow();
        for (var socket : slow) {
            socket.close();
        }
        server.stop();
        server.destroy();
    }

    /** Answers how much came. */
    private final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if ("/form".equals(request.getRequestURI())) {
                request.getParameter("a");
                broken.set(BrokenBody.isOf(request));
                return;
            }
            if ("/refused".equals(request.getRequestURI())) {
                response.sendError(401);
                return;
            }
            response.getWriter().print(request.getInputStream().readAllBytes().length);
        }
    }

    private void sendSlowly(String head) throws IOException {
        var socket = new Socket("127.0.0.1", server.getConnector().getLocalPort());
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
    }

    private Socket connected(String from) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", server.getConnector().getLocalPort()));
        socket.setSoTimeout(10_000);
        slow.add(socket);
        return socket;
    }

    /** Whether the server hung up instead of answering. */
    private static boolean isCutOff(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static String answer(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private void keepDripping() {
        drip.scheduleWithFixedDelay(
                () -> slow.forEach(socket -> {
                    try {
                        socket.getOutputStream().write('a');
                    } catch (IOException e) {
                        // it was cut off, as it should be
                    }
                }),
                0,
                500,
                TimeUnit.MILLISECONDS);
    }

    private long get() throws Exception {
        return millis(HttpRequest.newBuilder(address("/")).build(), "0");
    }

    private long post(int size) throws Exception {
        return millis(
                HttpRequest.newBuilder(address("/"))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[size]))
                        .build(),
                String.valueOf(size));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getConnector().getLocalPort() + path);
    }

    private long millis(HttpRequest request, String expected) throws Exception {
        var start = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(expected);
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Test
    void slowBodiesLeaveThreadsToOthersAndAreCutOff() throws Exception {
        for (int i = 0; i < SENDERS; i++) {
            sendSlowly("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");
        }
        keepDripping();
        for (int i = 0; i < 10; i++) {
            assertThat(get()).isLessThan(2_000);
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> places.availablePermits() == PLACES);
        assertThat(post(300_000)).isLessThan(2_000);
    }

    @Test
    void aBodyThatNobodyReadsKeepsNoThreadEither() throws Exception {
        for (int i = 0; i < SENDERS; i++) {
            sendSlowly("POST /refused HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n");
        }
        keepDripping();
        for (int i = 0; i < 10; i++) {
            assertThat(get()).isLessThan(2_000);
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> places.availablePermits() == PLACES);
    }

    @Test
    void whateverABodyWasLikeTheNextOneOnThisServerIsReadWhole() throws Exception {
        var unfinished =
                "POST /refused HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n5\r\nhello\r\n";
        for (int i = 0; i < PLACES; i++) {
            sendSlowly(unfinished);
            sendSlowly(unfinished.replace("/refused", "/"));
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> places.availablePermits() == PLACES);
        for (var ended : List.of("0\r\n\r\n", "zz\r\n")) {
            assertThat(raw(unfinished + ended)).startsWith("HTTP/1.1 401");
        }
        for (int i = 0; i < SENDERS; i++) {
            sendSlowly("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello");
            slow.get(slow.size() - 1).setSoTimeout(10_000);
        }
        for (var socket : slow.subList(2 * PLACES, slow.size())) {
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("5");
        }
    }

    @Test
    void aFormThatIsNotSentToItsEndIsItsSendersFault() throws Exception {
        var head = "POST /form HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ";
        assertThat(raw(head + "3\r\n\r\na=1")).startsWith("HTTP/1.1 200");
        assertThat(broken).isFalse();
        assertThat(raw(head + "300\r\n\r\na=1")).startsWith("HTTP/1.1 4");
        assertThat(broken).isTrue();
    }

    @Test
    void slowHeadersOccupyNoThread() throws Exception {
        for (int i = 0; i < SENDERS; i++) {
            sendSlowly("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ");
        }
        keepDripping();
        for (int i = 0; i < 10; i++) {
            assertThat(get()).isLessThan(2_000);
            assertThat(post(300_000)).isLessThan(2_000);
        }
    }

    @Test
    void aHeadThatNeverEndsIsCutOffHoweverSteadilyItComes() throws Exception {
        for (int i = 0; i < 3; i++) {
            sendSlowly("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ");
            sendSlowly("GE");
        }
        keepDripping();
        for (var socket : slow) {
            socket.setSoTimeout(10_000);
            assertThat(isCutOff(socket)).isTrue();
        }
    }

    @Test
    void oneAddressHasOnlySoManyConnectionsUnlessItIsTheProxy() throws Exception {
        for (int i = 0; i < MOST; i++) {
            connected("127.0.0.2");
        }
        assertThat(isCutOff(connected("127.0.0.2"))).isTrue();
        assertThat(answer(connected("127.0.0.4"))).startsWith("HTTP/1.1 200");
        for (int i = 0; i < MOST; i++) {
            connected("127.0.0.3");
        }
        assertThat(answer(connected("127.0.0.3"))).startsWith("HTTP/1.1 200");
        for (var socket : slow) {
            socket.close();
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(answer(connected("127.0.0.2"))).startsWith("HTTP/1.1 200"));
    }

    @Test
    void aSmallBodyRightBehindItsHeadIsWaitedForWhileAllPlacesAreTaken() throws Exception {
        places.drainPermits();
        try (var socket = connected("127.0.0.1")) {
            socket.setTcpNoDelay(true);
            var out = socket.getOutputStream();
            out.write("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.write("hello".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aBodyThatComesWithItsHeadersNeedsNoPlace() throws Exception {
        places.drainPermits();
        assertThat(raw("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello"))
                .startsWith("HTTP/1.1 200");
        assertThat(raw("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 500\r\n\r\nhello"))
                .startsWith("HTTP/1.1 503")
                .contains("Retry-After: 10");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.getConnector().getLocalPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
