package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.springframework.http.HttpHeaders;

/**
 * Outage, races and nonsense end in no 500: at the doors of a running jar nonsense is answered with 4xx and one sentence, a
 * stopped database with 503 and when to come back, and slow requests keep nobody waiting. And the web apps work with what the
 * allow-list lets through: none of the pages people use asks for more.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AllowedRequestsIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static RunningJar jar;
    private static Browser browser;

    @BeforeAll
    static void start() {
        jar = new RunningJar(Path.of("target", "allowed-requests")).begin();
        browser = new Browser(jar.port());
    }

    @AfterAll
    static void stop() {
        browser.close();
        jar.close();
    }

    static Stream<Arguments> nonsense() {
        var json = "application/json";
        var deep = "{\"orQueries\":[".repeat(10_000) + "]}".repeat(10_000);
        var nested = "{\"orQueries\":[{\"orQueries\":[{\"dueAfterExpression\":\"${now()}\"}]}]}";
        var count = "/engine-rest/task/count";
        return Stream.of(
                Arguments.of("GET", "/engine-rest;x/user", null, null),
                Arguments.of("GET", "/%65ngine-rest/user", null, null),
                Arguments.of("GET", "//engine-rest/user", null, null),
                Arguments.of("GET", "/engine-rest//user", null, null),
                Arguments.of("GET", "/engine-rest/%75ser", null, null),
                Arguments.of("GET", "/engine-rest/user%3Ba", null, null),
                Arguments.of("GET", "/engine-rest/user%2Fcount", null, null),
                Arguments.of("GET", "/engine-rest/../engine-rest/user", null, null),
                Arguments.of("GET", "/camunda//api/engine/engine", null, null),
                Arguments.of("GET", "/camunda/%61pi/engine/engine", null, null),
                Arguments.of("GET", "/matters/%ff", null, null),
                Arguments.of("GET", "/api/matters/%00", null, null),
                Arguments.of("GET", "/staff/matters?q=%00", null, null),
                Arguments.of("GET", "/engine-rest/metrics", null, null),
                Arguments.of("GET", "/engine-rest/task?name=%00", null, null),
                Arguments.of("GET", "/engine-rest/task?dueAfterExpression=x", null, null),
                Arguments.of("GET", "/engine-rest/task?firstResult=x", null, null),
                Arguments.of("GET", "/engine-rest/task?dueAfter=x", null, null),
                Arguments.of("GET", "/engine-rest/process-instance/nope/variables", null, null),
                Arguments.of("GET", "/engine-rest/task/nope/form", null, null),
                Arguments.of("GET", "/engine-rest/job/nope/stacktrace", null, null),
                Arguments.of("GET", "/engine-rest/deployment/nope/resources", null, null),
                Arguments.of("GET", "/engine-rest/process-definition/nope/xml", null, null),
                Arguments.of("POST", "/engine-rest/external-task/nope/complete", json, "{\"workerId\":\"x\"}"),
                Arguments.of("POST", "/engine-rest/job/nope/execute", json, ""),
                Arguments.of("PUT", "/engine-rest/job/nope/retries", json, "{\"retries\":\"x\"}"),
                Arguments.of("PUT", "/engine-rest/job/nope/retries", json, "{\"retries\":1}"),
                Arguments.of("POST", "/engine-rest/task/nope/claim", json, "{\"userId\":{}}"),
                Arguments.of("POST", "/engine-rest/user/create", json, "{}"),
                Arguments.of("POST", "/engine-rest/group/create", json, "{\"id\":\"grid-staff\",\"name\":\"x\"}"),
                Arguments.of("POST", "/engine-rest/authorization/create", json, "{\"type\":9}"),
                Arguments.of("GET", "/engine-rest/task?orQueries=x", null, null),
                Arguments.of("POST", count, json, "{\"orQueries\":[null]}"),
                Arguments.of("POST", count, json, "{\"processVariables\":[null]}"),
                Arguments.of("POST", count, json, "null"),
                Arguments.of("POST", count, json, "[]"),
                Arguments.of("POST", count, json, "{"),
                Arguments.of("POST", count, json, deep),
                Arguments.of("POST", count, json, nested),
                Arguments.of("POST", count, json, "{\"assignee\":\"\\u0000\"}"),
                Arguments.of("POST", count, json, "{\"assignee\":{}}"),
                Arguments.of("POST", count, json, "{\"priority\":1e400}"),
                Arguments.of("POST", count, "text/plain", "{}"),
                Arguments.of("POST", "/engine-rest/deployment/create", "multipart/form-data", "x"),
                Arguments.of("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=x", "--x"),
                Arguments.of("POST", "/api/rolls/owners?community=HZ-AS&zone=x", "multipart/form-data", "x"),
                Arguments.of("POST", "/api/matters/HZ-AS-2026-0001/files?kind=PHOTO", "multipart/form-data", "x"),
                Arguments.of("POST", "/issues/new", "multipart/form-data", "x"),
                Arguments.of("POST", "/api/issues", json, "null"),
                Arguments.of("POST", "/api/issues", json, deep),
                Arguments.of("POST", "/api/issues", json, "{\"title\":\"\\u0000\"}"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("nonsense")
    void whatCannotBeReadIsRefusedWithASentence(String method, String path, String type, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + jar.port() + path))
                .header("Authorization", "Basic " + HttpHeaders.encodeBasicAuth("admin", "admin", null))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        var answer = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).matches("(?s).*[\\u4e00-\\u9fff].*").doesNotContain("Exception\tat", "Tomcat");
    }

    @Test
    void nobodyIsSentToTheHostARequestNames() throws Exception {
        for (var page :
                List.of("/staff/matters", "/camunda/app/tasklist/default/", "/camunda", "/camunda/app/cockpit")) {
            try (var connection = new Socket("127.0.0.1", jar.port())) {
                connection
                        .getOutputStream()
                        .write(("GET " + page + " HTTP/1.1\r\nHost: evil.cn\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                var answer = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).as(page).startsWith("HTTP/1.1 30").doesNotContain("evil");
            }
        }
    }

    /** More than have threads; from several addresses, since one alone has a bound of its own. */
    @Test
    void fiveHundredSlowRequestsLeaveTheNodeAnswering() throws Exception {
        var slow = new ArrayList<Socket>();
        var pages = List.of("/matters", "/actuator/health/liveness", "/notices");
        for (var page : pages) {
            get(page);
        }
        try {
            for (int i = 0; i < 500; i++) {
                var socket = new Socket();
                socket.bind(new InetSocketAddress("127.0.0." + (2 + i % 5), 0));
                socket.connect(new InetSocketAddress("127.0.0.1", jar.port()));
                slow.add(socket);
                var head = List.of(
                        "GET /matters HTTP/1.1\r\nHost: qibu\r\nX-Slow: ",
                        "POST /login HTTP/1.1\r\nHost: qibu\r\nContent-Length: 100000\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\n\r\nusername=c",
                        "POST /api/issues HTTP/1.1\r\nHost: qibu\r\nContent-Length: 100000\r\n"
                                + "Content-Type: application/json\r\n\r\n{\"title\":");
                socket.getOutputStream().write(head.get(i % 3).getBytes(StandardCharsets.US_ASCII));
            }
            for (int round = 0; round < 5; round++) {
                slow.forEach(AllowedRequestsIT::drip);
                for (var page : pages) {
                    assertThat(get(page).statusCode()).as(page).isEqualTo(200);
                }
            }
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write('a');
        } catch (IOException cutOff) {
            // as it should be, sooner or later
        }
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + jar.port() + path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Test
    void aTextIsHandedOutInItsCharactersUnderANameEveryProgrammeReads() throws Exception {
        var text = "楼道灯坏了一周。".getBytes(Charset.forName("GB18030"));
        var place = URI.create("http://localhost:" + jar.port() + "/api/matters/HZ-AS-2026-0001/files");
        var login = "Basic " + HttpHeaders.encodeBasicAuth("clerk", "clerk", null);
        var body = new ByteArrayOutputStream();
        body.write(("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"说明.txt\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(text);
        body.write("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
        var kept = HTTP.send(
                HttpRequest.newBuilder(URI.create(place + "?kind=evidence"))
                        .header("Authorization", login)
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(kept.statusCode()).as(kept.body()).isBetween(200, 299);
        var id = new ObjectMapper().readTree(kept.body()).findValue("id").asText();

        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(place + "/" + id))
                        .header("Authorization", login)
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(answer.body()).isEqualTo(text);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("text/plain;charset=GB18030");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("filename*=UTF-8''%E8%AF%B4%E6%98%8E.txt")
                .containsPattern("filename=\"[ -~]+\\.txt\"")
                .doesNotContain("=?");
    }

    /** The last of all: nothing answers from its database afterwards. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whileTheDatabaseIsStoppedEverybodyIsAskedToComeBack() throws Exception {
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        var server = Long.parseLong(Files.readAllLines(jar.data().resolve("postgres/cluster/postmaster.pid"))
                .get(0)
                .strip());
        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(server))
                        .start()
                        .waitFor())
                .isZero();
        Awaitility.await("readiness tells")
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("/actuator/health/readiness").statusCode() == 503);
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        for (var place : List.of("/matters", "/notices", "/staff/matters", "/api/notices", "/engine-rest/task")) {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + jar.port() + place))
                            .header("Authorization", "Basic " + HttpHeaders.encodeBasicAuth("clerk", "clerk", null))
                            .build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(place).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).as(place).isPresent();
        }
    }

    @Test
    void aClerkWorksInTheTaskList() {
        browser.logIn("clerk");
        open("/camunda/app/tasklist/default/");
        browser.click(By.cssSelector("[cam-tasks] li.task, .tasks-list li.task"));
        for (var tab : List.of("历史", "流程图", "说明", "表单")) {
            browser.click(By.xpath("//*[contains(@class,'nav-tabs')]//a[contains(normalize-space(),'" + tab + "')]"));
            settle();
        }
        open("/camunda/app/welcome/default/#!/welcome");
        open("/camunda/app/welcome/default/#!/profile");
        assertThat(refused()).isEmpty();
        leave();
    }

    @Test
    void aProcessAdministratorAndTheAdministratorLookIntoCockpit() {
        var process = id("process-definition?key=deliberation&latestVersion=true");
        var instance = id("process-instance?processDefinitionKey=deliberation");
        var decision = id("decision-definition?key=set-priority&latestVersion=true");
        for (var account : List.of("modeler", "admin")) {
            browser.logIn(account);
            for (var page : List.of(
                    "/dashboard",
                    "/processes",
                    "/process-definition/" + process + "/runtime",
                    "/process-instance/" + instance + "/runtime",
                    "/decisions",
                    "/decision-definition/" + decision,
                    "/repository",
                    "/reports")) {
                open("/camunda/app/cockpit/default/#" + page);
                everyTab();
            }
            assertThat(refused()).as(account).isEmpty();
            leave();
        }
    }

    @Test
    void theAdministratorKeepsAccountsGroupsCommunitiesAndRights() {
        browser.logIn("admin");
        for (var page : List.of(
                "/users",
                "/users/clerk?tab=profile",
                "/users/clerk?tab=account",
                "/users/clerk?tab=groups",
                "/users/clerk?tab=tenants",
                "/user-create",
                "/groups",
                "/groups/grid-staff?tab=group",
                "/groups/grid-staff?tab=users",
                "/tenants",
                "/tenants/HZ-AS?tab=groups",
                "/authorization?resource=6",
                "/system?section=system-settings-general")) {
            open("/camunda/app/admin/default/#" + page);
        }
        assertThat(refused()).isEmpty();
        leave();
    }

    private static String id(String query) {
        return jar.office()
                .get("admin", "/engine-rest/" + query)
                .body()
                .get(0)
                .path("id")
                .asText();
    }

    /** Within one web app as its own links do, so that the app is not loaded anew for each of its pages. */
    private static void open(String path) {
        browser.driver().executeScript("performance.clearResourceTimings()");
        var app = path.substring(0, Math.max(0, path.indexOf('#')));
        if (!app.isEmpty() && browser.driver().getCurrentUrl().contains(app + "#")) {
            browser.driver().executeScript("location.hash = arguments[0]", path.substring(app.length()));
        } else {
            browser.open("/login?other-page");
            browser.open(path);
        }
        settle();
    }

    /** Presses each tab of a page of Cockpit. */
    private static void everyTab() {
        var tabs =
                browser.driver().findElements(By.cssSelector(".ctn-tabs .nav-tabs a, .ctn-content-bottom .nav-tabs a"));
        for (var tab : tabs) {
            if (tab.isDisplayed()) {
                browser.driver().executeScript("arguments[0].click()", tab);
                settle();
            }
        }
    }

    /** Waits until the page has asked for nothing more for a second. */
    private static void settle() {
        var seen = new ArrayList<Object>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(150))
                .until(() -> {
                    seen.add(browser.driver()
                            .executeScript("return performance.getEntriesByType('resource').length + location.href"));
                    var last = seen.subList(Math.max(0, seen.size() - 5), seen.size());
                    return seen.size() > 5 && last.stream().distinct().count() == 1;
                });
    }

    private static List<String> refused() {
        return browser.complaints("status of 403");
    }

    private static void leave() {
        browser.driver().manage().deleteAllCookies();
    }
}
