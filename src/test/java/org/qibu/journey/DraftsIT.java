package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.interactions.Actions;

/** Half-filled forms in the task list, two people at one task, and pages that agree with their own policy. */
class DraftsIT {

    private static final String TYPED = "现场查看属实，灯杆锈断，";
    private static final By COMPLETE = By.xpath("//button[normalize-space()='完成']");
    private static final By FINDINGS = By.cssSelector("[id$='field_findings']");
    private static final By SAVED = By.xpath("//*[contains(@class,'qibu-draft') and contains(., '草稿已保存')]");
    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern PAGE_NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    private static final RunningJar jar = new RunningJar(Path.of("target", "drafts"));
    private static Browser browser;
    private static int issues;

    @BeforeAll
    static void start() {
        jar.begin();
        browser = new Browser(jar.port());
    }

    @AfterAll
    static void stop() {
        browser.close();
        jar.close();
    }

    private static String raise() {
        var issue = Courses.issue("路灯不亮之" + ++issues);
        issue.put("communityCode", "HZ-FY");
        issue.put("location", issues + " 号楼前");
        return jar.office().raise("clerk-fy", issue);
    }

    private static String waiting(String matterNo) {
        return jar.office().task("clerk-fy", matterNo, "task_verifyIssue");
    }

    private static void openTask(String taskId) {
        browser.open("/staff/matters");
        browser.open("/camunda/app/tasklist/default/#/?task=" + taskId);
        browser.see(FINDINGS);
        browser.isGone(By.cssSelector(".disabled-form"));
    }

    private static void logOut() {
        browser.click(By.cssSelector(".account .dropdown-toggle"));
        browser.click(By.cssSelector(".account .logout a"));
        browser.seeText("您已退出登录");
    }

    private static JsonNode draftOf(String account, String taskId) {
        var answer = jar.office().get(account, "/api/tasks/" + taskId + "/draft");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static String findings() {
        return browser.see(FINDINGS).getDomProperty("value");
    }

    @Test
    void whatOnePersonTypedWaitsForThemAndIsNotThereForTheNextAtTheSameComputer() {
        var task = waiting(raise());
        browser.logIn("clerk-fy");
        openTask(task);
        browser.see(FINDINGS).sendKeys(TYPED);
        browser.see(SAVED);
        assertThat(browser.store()).doesNotContain("灯杆");
        browser.shoot("draft-saved");
        logOut();

        browser.logIn("head");
        assertThat(browser.store()).doesNotContain("灯杆");
        openTask(task);
        assertThat(findings()).isEmpty();
        assertThat(browser.store()).doesNotContain("灯杆", "clerk");
        browser.open("/staff/matters");
        assertThat(draftOf("head", task).path("savedAt").isNull())
                .as("whoever only looked has no draft")
                .isTrue();
        browser.open("/camunda/app/tasklist/default/");
        logOut();

        browser.logIn("clerk-fy");
        openTask(task);
        browser.seeText("已恢复");
        assertThat(findings()).isEqualTo(TYPED);
        browser.see(FINDINGS).sendKeys("需更换。", Keys.TAB);
        browser.see(SAVED);
        browser.driver().navigate().refresh();
        browser.seeText("已恢复");
        assertThat(findings()).isEqualTo(TYPED + "需更换。");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoeverWasLoggedOutIsBackAtTheTaskAndTheDraftAfterLoggingIn() {
        var task = waiting(raise());
        browser.logIn("clerk-fy");
        openTask(task);
        browser.type(FINDINGS, TYPED);
        browser.see(SAVED);
        assertThat(findings()).as("what is typed at once stays").isEqualTo(TYPED);
        assertThat(draftOf("clerk-fy", task).path("savedAt").isNull()).isFalse();
        browser.driver().manage().deleteAllCookies();
        browser.driver().navigate().refresh();
        browser.see(By.name("username")).sendKeys("clerk-fy");
        browser.see(By.name("password")).sendKeys("clerk-fy", Keys.ENTER);
        browser.seeText("已恢复");
        assertThat(findings()).isEqualTo(TYPED);
        assertThat(browser.url()).contains("task=" + task);
    }

    @Test
    void whoeverComesSecondReadsWhoWasFasterAndKeepsWhatTheyTyped() {
        var task = waiting(raise());
        browser.logIn("clerk-fy");
        openTask(task);
        browser.see(FINDINGS).sendKeys(TYPED);
        browser.see(SAVED);
        assertThat(jar.office()
                        .post("head", "/engine-rest/task/" + task + "/claim", Map.of("userId", "head"))
                        .status())
                .isEqualTo(204);
        browser.see(FINDINGS).sendKeys("还要补一句。");
        browser.see(By.xpath("//*[contains(@class,'qibu-taken') and contains(., '这项任务已由周国强认领')]"));
        assertThat(browser.see(By.cssSelector(".qibu-words textarea")).getDomProperty("value"))
                .contains(TYPED, "还要补一句。");
        assertThat(browser.see(COMPLETE).isEnabled()).isFalse();
        browser.shoot("draft-taken");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void enterInALineSendsNothingAndADoubleClickSendsOnce() {
        var matterNo = raise();
        browser.logIn("clerk-fy");
        openTask(waiting(matterNo));
        browser.tick("verified");
        browser.fill("findings", TYPED + "需更换。");
        browser.search("matterType", "公共事务、公益活动");
        browser.pick("本小区");
        browser.fill("affectedHouseholds", "40");
        browser.see(By.cssSelector("[id$='field_affectedHouseholds']")).sendKeys(Keys.ENTER);
        browser.see(SAVED);
        assertThat(jar.office().taskKeys("clerk-fy", matterNo)).containsExactly("task_verifyIssue");
        var button = browser.see(COMPLETE);
        new Actions(browser.driver()).doubleClick(button).perform();
        jar.office().task("clerk-fy", matterNo, "task_studyTopic");
        assertThat(jar.office().taskKeys("clerk-fy", matterNo)).containsExactly("task_studyTopic");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void fourWindowsOpenedAtOnceAllShowTheTaskList() {
        browser.logIn("clerk-fy");
        var first = browser.driver().getWindowHandle();
        var windows = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            windows.add(browser.driver().switchTo().newWindow(WindowType.TAB).getWindowHandle());
        }
        for (var window : windows) {
            browser.driver().switchTo().window(window);
            browser.driver()
                    .executeScript("location = arguments[0]", browser.address("/camunda/app/tasklist/default/"));
        }
        for (var window : windows) {
            browser.driver().switchTo().window(window);
            browser.seeText("可办理的任务");
            assertThat(browser.complaints()).isEmpty();
            browser.driver().close();
        }
        browser.driver().switchTo().window(first);
    }

    @Test
    void fourPeopleLoadingPagesAtOnceEachGetPagesThatAgreeWithTheirHeader() throws Exception {
        var nonces = ConcurrentHashMap.<String>newKeySet();
        var people = List.of("clerk-fy", "head", "secretary", "teller").stream()
                .map(account -> new Desktop(jar.port()).logIn(account))
                .toList();
        var together = new CyclicBarrier(people.size());
        inParallel(people.stream()
                .<Callable<Boolean>>map(person -> () -> {
                    for (int i = 0; i < 25; i++) {
                        together.await();
                        nonces.add(nonceOf(person.get("/camunda/app/tasklist/default/")));
                    }
                    return true;
                })
                .toList());
        assertThat(nonces).as("no nonce comes twice").hasSize(100);
    }

    private static String nonceOf(HttpResponse<String> page) {
        var policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        var header = NONCE.matcher(policy);
        assertThat(header.find()).as(policy).isTrue();
        assertThat(PAGE_NONCE
                        .matcher(page.body())
                        .results()
                        .map(found -> found.group(1))
                        .distinct())
                .containsExactly(header.group(1));
        return header.group(1);
    }

    @Test
    void pagesOfTheWebAppsComeWithATightPolicyAndCarefulCookies() {
        var person = new Desktop(jar.port());
        person.get("/login");
        var before = person.cookie("SESSION");
        person.logIn("clerk-fy");
        assertThat(person.cookie("SESSION")).isNotEmpty().isNotEqualTo(before);
        var page = new Desktop(jar.port()).logIn("clerk-fy").get("/camunda/app/tasklist/default/");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "default-src 'none'",
                        "'strict-dynamic'",
                        "object-src 'none'",
                        "base-uri 'self'",
                        "frame-ancestors 'self'")
                .doesNotContain("unsafe-eval", "https:", "*");
        assertThat(page.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(person.get("/camunda/api/engine/engine/default/task")
                        .headers()
                        .firstValue("Cache-Control"))
                .contains("no-store");
        var login = new Desktop(jar.port()).get("/login");
        assertThat(login.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void ofManyWhoSendTheSameTaskOneIsTakenAndAllOthersReadASentence() throws Exception {
        var matterNo = raise();
        var task = waiting(matterNo);
        var verified = Office.variables(Courses.verified(26, true));
        var clerk = new Desktop(jar.port()).logIn("clerk-fy");
        var head = new Desktop(jar.port()).logIn("head");
        var together = new CyclicBarrier(6);
        var answers = inParallel(List.<Callable<String>>of(
                () -> afterAll(together, () -> shown(clerk.post("/task/" + task + "/submit-form", verified, Map.of()))),
                () -> afterAll(together, () -> shown(clerk.post("/task/" + task + "/submit-form", verified, Map.of()))),
                () -> afterAll(together, () -> shown(head.post("/task/" + task + "/submit-form", verified, Map.of()))),
                () -> afterAll(together, () -> shown(head.post("/task/" + task + "/complete", verified, Map.of()))),
                () -> afterAll(together, () -> shown(submit("clerk-fy", task, verified))),
                () -> afterAll(together, () -> shown(submit("head", task, verified)))));
        assertThat(answers).filteredOn(answer -> answer.startsWith("204")).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.startsWith("204"))
                .hasSize(5)
                .allSatisfy(answer -> assertThat(answer).startsWith("409").containsAnyOf("办完", "您已经办理", "认领"));
        assertThat(jar.office().taskKeys("clerk-fy", matterNo)).containsExactly("task_studyTopic");
    }

    private static Office.Answer submit(String account, String task, Object values) {
        return jar.office().post(account, "/engine-rest/task/" + task + "/submit-form", values);
    }

    private static String shown(Office.Answer answer) {
        return answer.status() + " " + answer.body();
    }

    private static String shown(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void aMatterThatIsStartedTwiceByTheSameClickIsOneMatter() throws Exception {
        var clerk = new Desktop(jar.port()).logIn("clerk-fy");
        var issue = Courses.issue("同一次点击");
        issue.put("communityCode", "HZ-FY");
        issue.put("location", "同一次点击的地点");
        var start = "/process-definition/key/deliberation/submit-form";
        var together = new CyclicBarrier(4);
        Callable<String> click = () -> afterAll(together, () -> {
            var answer = clerk.post(start, Office.variables(issue), Map.of("Idempotency-Key", "one-click"));
            return answer.statusCode() + " "
                    + Desktop.json(answer).path("businessKey").asText();
        });
        assertThat(Set.copyOf(inParallel(List.of(click, click, click, click))))
                .singleElement()
                .asString()
                .startsWith("200 HZ-FY-");
    }

    @Test
    void refusalsOfTheWebAppsPathAreSentencesAndNeverMarkup() {
        var clerk = new Desktop(jar.port()).logIn("clerk-fy");
        var task = waiting(raise());
        var wrong = clerk.post(
                "/task/" + task + "/submit-form",
                Map.of("variables", Map.of("<img src=x onerror=alert(1)>", Map.of("value", "x"))),
                Map.of());
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(Desktop.json(wrong).path("message").asText())
                .contains("请按表单填写", "&lt;img")
                .doesNotContain("<");
        assertThat(Desktop.json(wrong).path("fields"))
                .allSatisfy(field -> assertThat(field.path("message").asText()).doesNotContain("<"));
        var unknown = clerk.post("/task/no-such-task/submit-form", Map.of("variables", Map.of()), Map.of());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Desktop.json(unknown).path("message").asText()).isEqualTo("没有找到这项任务。");
        var foreign = new Desktop(jar.port())
                .logIn("property2")
                .post("/task/" + task + "/submit-form", Office.variables(Courses.verified(3, false)), Map.of());
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(clerk.post("/task/" + task + "/unclaim", "nonsense", Map.of())
                        .body())
                .doesNotContain("at org.", "Exception:");
    }

    private static <T> T afterAll(CyclicBarrier together, Callable<T> work) throws Exception {
        together.await();
        return work.call();
    }

    private static <T> List<T> inParallel(List<Callable<T>> work) throws Exception {
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(work)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
