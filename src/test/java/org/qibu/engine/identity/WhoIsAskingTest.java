package org.qibu.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.FormRefused;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.limits.AtOnce;
import org.qibu.process.ProcessTest;
import org.qibu.process.RestByHand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Nobody counts as everybody, and rights outlive their account: a request without a living account, or with the groups of
 * yesterday, gets further than the person behind it may. Each way in is tried here by an account that was deleted, locked,
 * given another password, or taken out of its groups or community between two requests.
 */
class WhoIsAskingTest extends ProcessTest {

    private static final String LOGIN_IN_SESSION = "SPRING_SECURITY_CONTEXT";
    private static final List<String> GROUPS = List.of("camunda-admin", "process-admin", "residents-committee");

    /** What ends a login at the next request. */
    enum End {
        DELETED,
        LOCKED,
        NEW_PASSWORD
    }

    @Autowired
    WebApplicationContext application;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping pages;

    @Autowired
    JdbcClient database;

    @Autowired
    CurrentAccounts currentAccounts;

    private final String leaver = "leaver-" + UUID.randomUUID().toString().substring(0, 8);
    private MockMvc web;
    private RestByHand rest;

    @BeforeEach
    void hire() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        rest = RestByHand.of(application);
        open(leaver, GROUPS, List.of("HZ-AS"));
    }

    @AfterEach
    void dismiss() {
        engine.getIdentityService().deleteUser(leaver);
    }

    private void open(String account, List<String> groups, List<String> communities) {
        accountBook.open(new Account(account, "秦离职", account + "@qibu.example", groups, communities), account);
    }

    private void end(End how) {
        switch (how) {
            case DELETED -> engine.getIdentityService().deleteUser(leaver);
            case LOCKED ->
                database.sql("update act_id_user set lock_exp_time_ = ? where id_ = ?")
                        .params(Timestamp.from(Instant.now().plusSeconds(360_000_000)), leaver)
                        .update();
            case NEW_PASSWORD -> password("another-password-1");
        }
    }

    private void password(String secret) {
        var user = engine.getIdentityService().createUserQuery().userId(leaver).singleResult();
        user.setPassword(secret);
        engine.getIdentityService().saveUser(user);
    }

    private void leaveGroups() {
        GROUPS.forEach(group -> engine.getIdentityService().deleteMembership(leaver, group));
    }

    private MockHttpSession login() throws Exception {
        return login(leaver);
    }

    private MockHttpSession login(String account) throws Exception {
        var session = new MockHttpSession();
        web.perform(post("/login")
                .session(session)
                .with(csrf())
                .param("username", account)
                .param("password", account));
        assertThat(session.getAttribute(LOGIN_IN_SESSION)).isNotNull();
        return session;
    }

    private static MockHttpSession copy(MockHttpSession of) {
        var session = new MockHttpSession();
        session.setAttribute(LOGIN_IN_SESSION, of.getAttribute(LOGIN_IN_SESSION));
        return session;
    }

    private int status(MockHttpServletRequestBuilder asked) throws Exception {
        return answer(asked).getStatus();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder asked) throws Exception {
        return web.perform(asked).andReturn().getResponse();
    }

    private MockHttpServletRequestBuilder basic(String account, String secret, MockHttpServletRequestBuilder asked) {
        return asked.header(HttpHeaders.AUTHORIZATION, "Basic " + HttpHeaders.encodeBasicAuth(account, secret, null));
    }

    /** Every address of our own pages and interfaces that needs a login, with its method. */
    private List<Map.Entry<HttpMethod, String>> addresses() {
        var found = new TreeSet<String>();
        pages.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/staff") || pattern.startsWith("/api"))
                        .forEach(pattern -> {
                            var methods = info.getMethodsCondition().getMethods();
                            (methods.isEmpty()
                                            ? Stream.of("GET")
                                            : methods.stream().map(Enum::name))
                                    .forEach(method -> found.add(method + " " + pattern.replaceAll("\\{[^}]+}", "1")));
                        }));
        var all = new ArrayList<Map.Entry<HttpMethod, String>>();
        found.forEach(line -> all.add(Map.entry(HttpMethod.valueOf(line.split(" ")[0]), line.split(" ")[1])));
        return all;
    }

    private static boolean isForEverybody(HttpMethod method, String path) {
        return method == HttpMethod.GET && (path.matches("/api/(matters/1|notices|polls/1/result)"))
                || method == HttpMethod.POST
                        && path.matches("/api/issues|/api/matters/1/(replies|recheck|withdraw|revive|objections)")
                || path.startsWith("/api/demo/inbox");
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void noPageAndNoInterfaceAnswersALoginWhoseAccountHasEnded(End how) throws Exception {
        var session = login();
        assertThat(status(get("/staff/matters").session(copy(session)))).isEqualTo(200);
        end(how);
        var tried = 0;
        for (var address : addresses()) {
            if (isForEverybody(address.getKey(), address.getValue())) {
                continue;
            }
            tried++;
            var asked = request(address.getKey(), address.getValue())
                    .session(copy(session))
                    .with(csrf());
            var response = answer(asked);
            if (address.getValue().startsWith("/api")) {
                assertThat(response.getStatus()).as("%s", address).isEqualTo(401);
            } else {
                assertThat(response.getStatus()).as("%s", address).isEqualTo(302);
                assertThat(response.getRedirectedUrl()).as("%s", address).contains("/login");
            }
        }
        assertThat(tried).isGreaterThan(60);
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void aSentFormOfAnEndedLoginComesToTheLoginPage(End how) throws Exception {
        var session = login();
        end(how);
        var response = answer(post("/staff/absences").session(session));
        assertThat(response.getRedirectedUrl()).endsWith("/login?ended");
        assertThat(session.isInvalid()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void theWebAppsAnswerNoLoginWhoseAccountHasEnded(End how) throws Exception {
        var session = login();
        var api = "/camunda/api/engine/engine/default/user/count";
        assertThat(status(get(api).session(copy(session)))).isNotIn(401, 403);
        end(how);
        assertThat(status(get(api).session(copy(session)))).isEqualTo(401);
        assertThat(status(post("/camunda/api/engine/engine/default/user/create").session(copy(session))))
                .isEqualTo(401);
        assertThat(answer(get("/camunda/app/admin/default/").session(copy(session)))
                        .getRedirectedUrl())
                .contains("/login");
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void aPasswordSentWithEachRequestIsNoLongerBelieved(End how) throws Exception {
        assertThat(status(basic(leaver, leaver, get("/api/session")))).isEqualTo(200);
        assertThat(rest.status(leaver, "GET", "/user/count", null)).isEqualTo(200);
        end(how);
        assertThat(status(basic(leaver, leaver, get("/api/session")))).isEqualTo(401);
        // as many as may be tried before somebody has to wait
        for (var operation : List.of(
                "GET /task",
                "POST /user/create",
                "PUT /group/camunda-admin/members/mallory",
                "POST /deployment/create")) {
            var parts = operation.split(" ");
            assertThat(rest.status(leaver, parts[0], parts[1], "{}"))
                    .as(operation)
                    .isEqualTo(401);
        }
        assertThat(status(basic("clerk", "clerk", get("/api/session")))).isEqualTo(200);
    }

    @Test
    void aNewPasswordHoldsAtOnce() throws Exception {
        assertThat(status(basic(leaver, leaver, get("/api/session")))).isEqualTo(200);
        password("another-password-1");
        assertThat(status(basic(leaver, "another-password-1", get("/api/session"))))
                .isEqualTo(200);
        password(leaver);
        assertThat(status(basic(leaver, leaver, get("/api/session")))).isEqualTo(200);
    }

    @Test
    void whoeverIsTakenOutOfTheirGroupsHasNothingOfThemAtTheNextRequest() throws Exception {
        var session = login();
        assertThat(status(get("/actuator/info").session(copy(session)))).isEqualTo(200);
        assertThat(rest.status(leaver, "GET", "/user/clerk/profile", null)).isEqualTo(200);
        var templates = "/staff/mail/templates/receipt/zh/shipped";
        assertThat(answer(post(templates).session(copy(session)).with(csrf())).getRedirectedUrl())
                .isNotNull()
                .doesNotContain("/login");
        leaveGroups();
        assertThat(status(get("/actuator/info").session(copy(session)))).isEqualTo(403);
        assertThat(status(basic(leaver, leaver, get("/actuator/info")))).isEqualTo(403);
        assertThat(status(post(templates).session(copy(session)).with(csrf()))).isEqualTo(403);
        assertThat(rest.status(leaver, "POST", "/user/create", PROFILE.formatted("mallory", "m@qibu.example")))
                .isEqualTo(403);
        assertThat(rest.status(leaver, "PUT", "/group/camunda-admin/members/" + leaver, "{}"))
                .isEqualTo(403);
        assertThat(as(leaver, () -> engine.getTaskService().createTaskQuery().count()))
                .isZero();
    }

    /** Each page that asks for a group asks at each request, whichever way it asks. */
    @Test
    void whoeverIsTakenOutOfTheirGroupsIsAnsweredLikeSomebodyWhoNeverWasInThem() throws Exception {
        var newcomer = "newcomer-" + leaver;
        open(newcomer, List.of(), List.of("HZ-AS"));
        var never = login(newcomer);
        var formerly = login();
        var asked = addresses().stream()
                .filter(address -> !isForEverybody(address.getKey(), address.getValue()))
                .filter(address -> !address.getValue().equals("/api/demo/clock"))
                .toList();
        var before = new HashMap<Map.Entry<HttpMethod, String>, Integer>();
        for (var address : asked) {
            if (address.getKey() == HttpMethod.GET) {
                before.put(address, ask(address, formerly));
            }
        }
        leaveGroups();
        try {
            for (var address : asked) {
                var after = ask(address, formerly);
                assertThat(after).as("%s", address).isEqualTo(ask(address, never));
                before.remove(address, after);
            }
        } finally {
            engine.getIdentityService().deleteUser(newcomer);
        }
        assertThat(asked).hasSizeGreaterThan(60);
        assertThat(before).as("pages only a group sees").hasSizeGreaterThan(3);
    }

    private int ask(Map.Entry<HttpMethod, String> address, MockHttpSession login) throws Exception {
        return status(request(address.getKey(), address.getValue())
                .session(copy(login))
                .with(csrf()));
    }

    @Test
    void whoeverIsTakenOutOfACommunitySeesNothingOfItAtTheNextRequest() throws Exception {
        var story = raise();
        var session = login();
        var page = "/staff/matters/" + story.no();
        assertThat(status(get(page).session(copy(session)))).isEqualTo(200);
        engine.getIdentityService().deleteTenantUserMembership("HZ-AS", leaver);
        assertThat(status(get(page).session(copy(session)))).isEqualTo(404);
    }

    private static final String PROFILE = """
            {"profile":{"id":"%s","firstName":"马","lastName":"","email":"%s"},"credentials":{"password":"a-strong-one-1"}}""";

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "rep", "watcher", "property", "modeler"})
    void noAccountMakesItselfAnAdministratorByDeletingItself(String account) {
        assertThat(rest.status(account, "GET", "/user/count", null)).isEqualTo(200);
        assertThat(rest.status(account, "DELETE", "/user/" + account, null)).isEqualTo(403);
        assertThat(rest.status(account, "POST", "/user/create", PROFILE.formatted("mallory", "m@qibu.example")))
                .isEqualTo(403);
        assertThat(rest.status(account, "PUT", "/group/camunda-admin/members/" + account, "{}"))
                .isEqualTo(403);
        assertThat(accountBook.find("mallory")).isEmpty();
        assertThat(accountBook.find(account).orElseThrow().groups()).doesNotContain("camunda-admin");
    }

    /** Revocations are read with the account, once a request: one that came meanwhile holds for the next. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheEngineRevokedIsGoneAtTheNextRequest(boolean fromTheGroup) throws Exception {
        var asked = "/task/" + raise().task("task_verifyIssue").getId();
        engine.getIdentityService().createMembership(leaver, "grid-staff");
        assertThat(rest.status(leaver, "GET", asked, null)).isEqualTo(200);
        var revocation = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        if (fromTheGroup) {
            revocation.setGroupId("process-admin");
        } else {
            revocation.setUserId(leaver);
        }
        revocation.setResource(Resources.TASK);
        revocation.setResourceId(Authorization.ANY);
        revocation.removePermission(Permissions.READ);
        engine.getAuthorizationService().saveAuthorization(revocation);
        try {
            assertThat(currentAccounts.find(leaver).orElseThrow().hasRevocations())
                    .isTrue();
            if (!fromTheGroup) {
                assertThat(rest.status(leaver, "GET", asked, null)).isEqualTo(404);
            }
        } finally {
            engine.getAuthorizationService().deleteAuthorization(revocation.getId());
        }
        assertThat(currentAccounts.find(leaver).orElseThrow().hasRevocations()).isFalse();
        assertThat(rest.status(leaver, "GET", asked, null)).isEqualTo(200);
    }

    @Test
    void anAdministratorDoesNotDeleteTheAccountTheyWorkWithAndDeletesAnother() {
        assertThat(rest.status(leaver, "DELETE", "/user/" + leaver, null)).isEqualTo(403);
        open("other-" + leaver, List.of(), List.of());
        assertThat(rest.status(leaver, "DELETE", "/user/other-" + leaver, null)).isEqualTo(204);
        assertThat(accountBook.find("other-" + leaver)).isEmpty();
    }

    @Test
    void thereIsAlwaysAnAdministratorLeft() {
        var members = "/group/camunda-admin/members/";
        assertThat(rest.status(leaver, "DELETE", members + leaver, null)).isEqualTo(403);
        assertThat(rest.status(leaver, "DELETE", "/group/camunda-admin", null)).isEqualTo(403);
        assertThat(accountBook.find(leaver).orElseThrow().groups()).contains("camunda-admin");
        assertThat(rest.status("admin", "DELETE", members + leaver, null)).isEqualTo(204);
        assertThat(accountBook.find(leaver).orElseThrow().groups()).doesNotContain("camunda-admin");
    }

    @Test
    void noAccountHoldsEveryRightOnItself() {
        var own =
                engine.getAuthorizationService().createAuthorizationQuery().resourceType(Resources.USER).list().stream()
                        .filter(grant ->
                                grant.getUserId() != null && grant.getUserId().equals(grant.getResourceId()))
                        .toList();
        assertThat(own).hasSizeGreaterThan(20).allSatisfy(grant -> {
            assertThat(grant.isPermissionGranted(Permissions.DELETE)).isFalse();
            assertThat(grant.isPermissionGranted(Permissions.UPDATE)).isTrue();
        });
    }

    private int profile(String body) {
        return rest.status(leaver, "PUT", "/user/" + leaver + "/profile", body);
    }

    private String self(String name, String email) {
        return "{\"id\":\"%s\",\"firstName\":\"%s\",\"lastName\":\"\",\"email\":\"%s\"}".formatted(leaver, name, email);
    }

    @Test
    void whatAProfileTakesIsChecked() {
        assertThat(profile(self("秦好", "qin-hao@qibu.example"))).isEqualTo(204);
        for (var wrong : List.of(
                self("秦\\r\\nBcc: a@b.example", "qin-hao@qibu.example"),
                self("秦\\u202E好", "qin-hao@qibu.example"),
                self("秦".repeat(61), "qin-hao@qibu.example"),
                self("秦好", "qin\\r\\nBcc:x@qibu.example"),
                self("秦好", "qin@qibu。example"),
                self("秦好", "clerk@qibu.example"),
                self("秦好", "CLERK@qibu.example"))) {
            assertThat(profile(wrong)).as(wrong).isEqualTo(400);
        }
        assertThat(accountBook.find(leaver).orElseThrow().email()).isEqualTo("qin-hao@qibu.example");
        assertThat(profile(self("秦好", ""))).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "leaver", "LEAVER"})
    void nobodyChoosesAPasswordThatIsEasilyGuessed(String password) {
        var chosen = password.replace("leaver", leaver).replace("LEAVER", leaver.toUpperCase(Locale.ROOT) + "-1");
        var body = "{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}".formatted(chosen, leaver);
        assertThat(rest.status(leaver, "PUT", "/user/" + leaver + "/credentials", body))
                .isEqualTo(400);
        assertThat(rest.status(leaver, "GET", "/version", null)).isEqualTo(200);
    }

    @Test
    void guessingTheOldPasswordIsSlowedLikeALogin() {
        var path = "/user/" + leaver + "/credentials";
        var guess = "{\"password\":\"another-password-1\",\"authenticatedUserPassword\":\"wrong\"}";
        for (int i = 0; i < 5; i++) {
            assertThat(rest.status(leaver, "PUT", path, guess)).isEqualTo(400);
        }
        var answer = rest.answer(leaver, leaver, "PUT", path, guess.replace("wrong", leaver));
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.getHeader(HttpHeaders.RETRY_AFTER))).isBetween(1, 5);
        assertThat(rest.status(leaver, "GET", "/version", null)).isEqualTo(200);
    }

    /** The engine says 204 to all of these and changes nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /job-definition/nope/retries | {\"retries\":1} | 404",
                "PUT | /job-definition/nope/suspended | {\"suspended\":true} | 404",
                "PUT | /process-definition/nope/suspended | {\"suspended\":true} | 404",
                "PUT | /process-instance/nope/suspended | {\"suspended\":true} | 404",
                "PUT | /job/nope/suspended | {\"suspended\":true} | 404",
                "DELETE | /user/nope | | 404",
                "POST | /user/nope/unlock | | 404",
                "DELETE | /group/nope | | 404",
                "PUT | /group/grid-staff/members/nope | {} | 404",
                "PUT | /group/nope/members/clerk | {} | 404",
                "DELETE | /group/grid-staff/members/admin | | 404",
                "DELETE | /tenant/nope | | 404",
                "PUT | /tenant/HZ-AS/user-members/nope | {} | 404",
                "DELETE | /tenant/HZ-AS/group-members/grid-staff | | 404",
                "PUT | /group/camunda-admin/members/admin | {} | 409",
                "PUT | /user/clerk/credentials | {\"password\":null} | 400",
            })
    void successIsToldWhereSomethingHappened(String method, String path, String body, int status) {
        assertThat(rest.status("admin", method, path, body)).isEqualTo(status);
    }

    @Test
    void aTaskIsOfferedToThoseThereAreAndKeepsWhatTheModelGaveIt() {
        var task = "/task/" + raise().task("task_verifyIssue").getId();
        var links = task + "/identity-links";
        assertThat(rest.status("admin", "POST", links, "{\"userId\":\"nope\",\"type\":\"candidate\"}"))
                .isEqualTo(400);
        assertThat(rest.status("admin", "POST", links, "{\"groupId\":\"nope\",\"type\":\"candidate\"}"))
                .isEqualTo(400);
        assertThat(rest.status("admin", "POST", links, "{\"userId\":\"modeler\",\"type\":\"assignee\"}"))
                .isEqualTo(403);
        assertThat(rest.status("admin", "POST", links + "/delete", "{\"userId\":\"clerk\",\"type\":\"candidate\"}"))
                .isEqualTo(400);
        assertThat(rest.status("admin", "POST", links, "{\"userId\":\"clerk\",\"type\":\"candidate\"}"))
                .isEqualTo(204);
        assertThat(rest.status("admin", "POST", links + "/delete", "{\"userId\":\"clerk\",\"type\":\"candidate\"}"))
                .isEqualTo(204);
        assertThat(rest.status("admin", "POST", task + "/comment/create", "{\"message\":\" \"}"))
                .isEqualTo(400);
        assertThat(rest.status("admin", "PUT", task, "{\"name\":\"别的名称\"}")).isEqualTo(403);
    }

    @Test
    void noProfileIsWrittenOverTheOneOfAnotherAccount() {
        var before = accountBook.find("clerk").orElseThrow();
        assertThat(profile("{\"id\":\"clerk\",\"firstName\":\"马\",\"lastName\":\"\",\"email\":\"\"}"))
                .isEqualTo(400);
        assertThat(profile("{\"id\":\"nobody-yet\",\"firstName\":\"马\",\"lastName\":\"\",\"email\":\"\"}"))
                .isEqualTo(400);
        assertThat(accountBook.find("clerk").orElseThrow()).isEqualTo(before);
        assertThat(accountBook.find(leaver)).isPresent();
    }

    @Test
    void twoAccountsThatTakeOneAddressAtOnceDoNotBothGetIt() {
        var address = leaver + "-new@qibu.example";
        var turn = new AtomicInteger();
        assertThat(AtOnce.passed(
                        8,
                        () -> SystemWork.run(() -> accountBook.open(
                                new Account(leaver + "-" + turn.incrementAndGet(), "马", address, List.of(), List.of()),
                                "secret-1"))))
                .isEqualTo(1);
        for (int i = 1; i <= 8; i++) {
            engine.getIdentityService().deleteUser(leaver + "-" + i);
        }
    }

    @Test
    void jobsOfNoProcessBelongToAdministrators() {
        engine.getHistoryService().cleanUpHistoryAsync(true);
        var job = engine.getHistoryService().findHistoryCleanupJobs().get(0).getId();
        assertThat(rest.status("clerk", "DELETE", "/job/" + job, null)).isEqualTo(403);
        assertThatThrownBy(() -> as("clerk", () -> engine.getManagementService().deleteJob(job)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(
                        () -> as("modeler", () -> engine.getManagementService().setJobRetries(job, 0)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> as("clerk", () -> engine.getManagementService().executeJob(job)))
                .isInstanceOf(AuthorizationException.class);
        assertThatCode(() -> as("admin", () -> engine.getManagementService().setJobRetries(job, 3)))
                .doesNotThrowAnyException();
    }

    @Test
    void theJsonInterfaceIsDescribedToEveryAccount() throws Exception {
        var unknown = answer(get("/v3/api-docs"));
        assertThat(unknown.getStatus()).isEqualTo(401);
        assertThat(unknown.getContentAsString()).contains("请先登录");
        var answer = answer(basic("clerk", "clerk", get("/v3/api-docs")));
        assertThat(answer.getStatus()).isEqualTo(200);
        var paths = new ObjectMapper().readTree(answer.getContentAsString()).path("paths");
        var described = new TreeSet<String>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> described.add(method.toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replaceAll("\\{[^}]+}", "1"))));
        var answered = new TreeSet<String>();
        addresses().stream()
                .map(address -> address.getKey() + " " + address.getValue())
                .filter(address -> address.contains(" /api/"))
                .forEach(answered::add);
        assertThat(described).hasSizeGreaterThan(35).containsAll(answered);
        assertThat(paths.at("/~1api~1rolls~1{kind}/post/parameters").findValuesAsText("name"))
                .contains("kind", "community", "zone", "prefix");
    }

    @Test
    void strangersHearThatTheNodeLivesAndNothingOfWhatItIs() throws Exception {
        assertThat(status(get("/actuator/health/liveness"))).isEqualTo(200);
        assertThat(status(get("/actuator/health/readiness"))).isIn(200, 503);
        for (var path : List.of(
                "/actuator", "/actuator/info", "/actuator/prometheus", "/actuator/env", "/actuator/health/db")) {
            assertThat(status(get(path))).as(path).isEqualTo(401);
            assertThat(status(basic("clerk", "clerk", get(path)))).as(path).isEqualTo(403);
            assertThat(status(basic("admin", "admin", get(path)))).as(path).isIn(200, 404);
        }
    }

    @Test
    void ofAHundredWrongPasswordsAtOnceTheFreeOnesAreTriedAndNobodyElseWaits() throws Exception {
        var answers = new ConcurrentHashMap<Integer, AtomicInteger>();
        AtOnce.passed(100, () -> {
            try {
                var status = status(basic(leaver, "wrong", get("/api/session")));
                answers.computeIfAbsent(status, key -> new AtomicInteger()).incrementAndGet();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        // every five seconds a slow machine takes to ask them all allow one more
        assertThat(answers.get(401).get()).isBetween(5, 8);
        assertThat(answers.get(401).get() + answers.get(429).get()).isEqualTo(100);
        assertThat(status(basic("clerk", "clerk", get("/api/session")))).isEqualTo(200);
        assertThat(status(basic(leaver, leaver, get("/api/session").with(request -> {
                    request.setRemoteAddr("203.0.113.9");
                    return request;
                }))))
                .isEqualTo(200);
    }

    @Test
    void anAccountRefusedForItsProfileIsNotMade() {
        assertThatThrownBy(() -> open("x\r\ny", List.of(), List.of())).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> accountBook.open(
                        new Account("neu", "马\r\n玉", "neu@qibu.example", List.of(), List.of()), "secret-1"))
                .isInstanceOf(FormRefused.class);
        assertThat(accountBook.all(Set.of("neu"))).isEmpty();
    }

    @Test
    void theEngineAnswersAnAccountOrDeclaredWorkAndNobodyElse() {
        var task = raise().task("task_verifyIssue");
        var before = SystemWork.suspend();
        try {
            List.<Runnable>of(
                            () -> engine.getTaskService().createTaskQuery().count(),
                            () -> engine.getTaskService().complete(task.getId()),
                            () -> engine.getTaskService().claim(task.getId(), "clerk"),
                            () -> engine.getTaskService().setAssignee(task.getId(), "clerk"),
                            () -> engine.getTaskService().setVariable(task.getId(), "verified", true),
                            () -> engine.getTaskService().delegateTask(task.getId(), "clerk"),
                            () -> engine.getFormService().submitTaskForm(task.getId(), Map.of()),
                            () -> engine.getFormService().getTaskFormVariables(task.getId()),
                            () -> engine.getFormService()
                                    .submitStartForm(task.getProcessDefinitionId(), Map.of("title", "x")),
                            () -> engine.getRuntimeService().startProcessInstanceByKey("deliberation"),
                            () -> engine.getRuntimeService().setVariable(task.getExecutionId(), "verified", true),
                            () -> engine.getRuntimeService()
                                    .createMessageCorrelation("withdrawn")
                                    .correlateAll(),
                            () -> engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "x"),
                            () -> engine.getIdentityService().deleteUser("clerk"),
                            () -> engine.getIdentityService().createMembership("clerk", "camunda-admin"),
                            () -> engine.getIdentityService()
                                    .saveUser(engine.getIdentityService().newUser("mallory")),
                            () -> engine.getAuthorizationService()
                                    .createAuthorizationQuery()
                                    .list(),
                            () -> engine.getManagementService().createJobQuery().list(),
                            () -> engine.getRepositoryService()
                                    .createDeploymentQuery()
                                    .list(),
                            () -> engine.getHistoryService()
                                    .createHistoricProcessInstanceQuery()
                                    .list(),
                            () -> engine.getDecisionService()
                                    .evaluateDecisionByKey("deadlines")
                                    .evaluate())
                    .forEach(work -> assertThat(causes(catchThrowable(work::run)))
                            .hasAtLeastOneElementOfType(UnknownCaller.class));
        } finally {
            before.run();
        }
        assertThat(accountBook.find("clerk").orElseThrow().groups()).doesNotContain("camunda-admin");
    }

    /** A task's form, its comments and the pages of the web apps: the engine puts the account aside while it looks. */
    @Test
    void aTenantThatIsACommunityIsNeverDeleted() {
        assertThatThrownBy(() -> as("admin", () -> engine.getIdentityService().deleteTenant("HZ-AS")))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("是一个社区");
    }

    @Test
    void whatTheEngineAsksAsideIsAnsweredToAnAccountAndNothingElseIs() {
        var task = raise().task("task_verifyIssue").getId();
        for (var path : List.of(
                "/task/" + task + "/form",
                "/task/" + task + "/comment",
                "/process-definition/key/deliberation/startForm")) {
            assertThat(rest.status(leaver, "GET", path, null)).as(path).isEqualTo(200);
        }
        assertThat(rest.status(leaver, "POST", "/task/" + task + "/comment/create", "{\"message\":\"好\"}"))
                .isEqualTo(200);
        var identity = engine.getIdentityService();
        var before = SystemWork.suspend();
        try {
            acting.enter(accountBook.find("clerk").orElseThrow());
            identity.clearAuthentication();
            assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").count())
                    .isPositive();
            assertThatThrownBy(() -> identity.createUserQuery().count()).isInstanceOf(UnknownCaller.class);
            assertThatThrownBy(() -> engine.getTaskService().createTaskQuery().count())
                    .isInstanceOf(UnknownCaller.class);
            acting.leave();
            assertThatThrownBy(identity::createUserQuery).isInstanceOf(UnknownCaller.class);
        } finally {
            acting.leave();
            before.run();
        }
    }

    private static List<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).toList();
    }
}
