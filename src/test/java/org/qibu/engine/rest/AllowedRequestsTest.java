package org.qibu.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * Whatever can be asked of the engine is refused unless it is listed: every operation of the shipped description of its
 * interface, asked by every role, through both doors, is answered as the list says.
 */
class AllowedRequestsTest {

    /** The groups of the accounts there are; all but two may ask what every account may. */
    private static final List<String> GROUPS = List.of(
            "camunda-admin",
            "process-admin",
            "residents-committee",
            "grid-staff",
            "two-committees",
            "subdistrict",
            "supervision",
            "vote-teller",
            "department",
            "archivist",
            "security-admin",
            "audit-admin",
            "of-nobody");

    private final AllowList list = new AllowList();

    /** One operation of the engine's interface, as its description names it. */
    record Operation(String method, String path) {

        /** With something in the place of what is in braces. */
        String asked() {
            return path.replaceAll("\\{[^}]+}", "some-id");
        }
    }

    static List<Operation> operations() throws IOException {
        var operations = new ArrayList<Operation>();
        new ObjectMapper()
                .readTree(new ClassPathResource("openapi.json").getInputStream())
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method ->
                                operations.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey()))));
        return operations;
    }

    /** Read anew and by itself: what stands in the file about exactly this operation. */
    private static Set<String> listed(Operation operation) throws IOException {
        var asked = operation.path().replaceAll("\\{[^}]+}", "{}");
        return new ClassPathResource("engine/allowed-requests.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .filter(columns -> columns[0].equals(operation.method())
                        && columns[1].replaceAll("\\{[^}]+}", "{}").equals(asked))
                .findFirst()
                .map(columns -> Set.of(columns[2].split(",")))
                .orElse(Set.of());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {AllowedRequests.REST, AllowedRequests.WEB_APPS})
    void everyOperationIsAnsweredAsTheListSaysToEveryRole(String door) throws Exception {
        var wrong = new ArrayList<String>();
        for (var operation : operations()) {
            var listed = listed(operation);
            for (var group : GROUPS) {
                var may = listed.contains("staff") || listed.contains(group);
                if (isLetThrough(operation.method(), door + operation.asked(), "someone", group) != may) {
                    wrong.add(operation + " by " + group);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theDescriptionWalkedIsTheWholeOne() throws IOException {
        assertThat(operations()).hasSizeGreaterThan(390).contains(new Operation("POST", "/identity/verify"));
    }

    @Test
    void everyLineOfTheListIsAnOperationThereIs() throws IOException {
        // Cockpit's first page counts cases, of which there are none; the description leaves them out
        var described = new HashSet<>(Set.of("GET/case-definition/count"));
        operations()
                .forEach(operation ->
                        described.add(operation.method() + operation.path().replaceAll("\\{[^}]+}", "{}")));
        var unknown = new ClassPathResource("engine/allowed-requests.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank() && !line.contains("/camunda/"))
                .map(line -> line.split("\\s+"))
                .filter(columns -> !columns[2].equals("nobody"))
                .map(columns -> columns[0] + columns[1].replaceAll("\\{[^}]+}", "{}"))
                .filter(line -> !described.contains(line));
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /engine-rest/identity/verify",
        "POST, /engine-rest/message",
        "POST, /engine-rest/process-definition/key/deliberation/start",
        "DELETE, /engine-rest/process-instance/x",
        "DELETE, /engine-rest/deployment/x",
        "PUT, /engine-rest/process-instance/x/variables/track",
        "POST, /engine-rest/process-instance/x/modification",
        "POST, /engine-rest/migration/execute",
        "POST, /engine-rest/history/cleanup",
        "DELETE, /engine-rest/job/x",
        "GET, /engine-rest/metrics",
        "POST, /engine-rest/external-task/fetchAndLock",
        "GET, /engine-rest/engine/default/user",
        "GET, /engine-rest",
        "POST, /camunda/api/admin/setup/default/user/create",
        "POST, /camunda/api/admin/auth/user/default/login/cockpit",
        "GET, /camunda/api/engine/engine/other/user",
        "GET, /camunda/api/nothing",
        "TRACE, /engine-rest/task",
        "PATCH, /engine-rest/task",
        "OPTIONS, /engine-rest/task"
    })
    void whatIsNotListedIsRefusedToTheAdministratorToo(String method, String path) throws Exception {
        var answer = ask(method, path, "admin", "camunda-admin");
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentAsString()).contains("没有开放", "\"fields\":[]");
    }

    @Test
    void withoutALoginNothingComesThrough() throws Exception {
        for (var operation : operations()) {
            assertThat(isLetThrough(operation.method(), AllowedRequests.REST + operation.asked(), null, null))
                    .as(operation.toString())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/profile", "/credentials"})
    void ownAccountsAreChangedByTheirOwnersAndTheAdministrator(String what) throws Exception {
        var path = AllowedRequests.REST + "/user/clerk" + what;
        assertThat(isLetThrough("PUT", path, "clerk", "grid-staff")).isTrue();
        assertThat(isLetThrough("PUT", path, "CLERK", "grid-staff")).isFalse();
        assertThat(isLetThrough("PUT", path, "head", "residents-committee")).isFalse();
        assertThat(isLetThrough("PUT", path, "admin", "camunda-admin")).isTrue();
    }

    @Test
    void headIsAskedLikeGetAndASlashAtTheEndChangesNothing() throws Exception {
        assertThat(isLetThrough("HEAD", "/engine-rest/task", "clerk", "grid-staff"))
                .isTrue();
        assertThat(isLetThrough("HEAD", "/engine-rest/user", "clerk", "grid-staff"))
                .isFalse();
        assertThat(isLetThrough("GET", "/engine-rest/task/", "clerk", "grid-staff"))
                .isTrue();
        assertThat(isLetThrough("GET", "/engine-rest/process-definition/statistics/", "clerk", "grid-staff"))
                .isFalse();
    }

    static Stream<String> partsOfTheWebApps() {
        return Stream.of("admin", "cockpit", "tasklist", "welcome")
                .map(app -> "/camunda/api/" + app + "/plugin/" + app + "Plugins/static/app/plugin.js");
    }

    @ParameterizedTest
    @MethodSource("partsOfTheWebApps")
    void theWebAppsFetchTheirParts(String path) throws Exception {
        assertThat(isLetThrough("GET", path, "clerk", "grid-staff")).isTrue();
        assertThat(isLetThrough("GET", path, null, null)).isFalse();
    }

    private boolean isLetThrough(String method, String path, String user, String group) throws Exception {
        return ask(method, path, user, group).getStatus() != 403;
    }

    private MockHttpServletResponse ask(String method, String path, String user, String group) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        if (user != null) {
            request.setUserPrincipal(() -> user);
            request.addUserRole(group);
        }
        var answer = new MockHttpServletResponse();
        list.doFilter(request, answer, new MockFilterChain());
        return answer;
    }
}
