package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.util.FileSystemUtils;

/** A clerk's morning in a real browser: raises an issue in Tasklist and does its first two tasks. */
class ClerkInTasklistIT {

    private static final Path DATA = Path.of("target", "browser");
    private static final By COMPLETE = By.xpath("//button[normalize-space()='完成']");
    private static final RunningJar jar = new RunningJar(DATA);
    private static Browser browser;

    @BeforeAll
    static void start() {
        FileSystemUtils.deleteRecursively(DATA.toFile());
        jar.start();
        browser = new Browser(jar.port());
    }

    @AfterAll
    static void stop() {
        browser.close();
        jar.close();
    }

    @Test
    void raisesAnIssueInTasklistAndDoesItsFirstTwoTasks() {
        browser.logIn("clerk-fy");
        browser.open("/camunda/app/tasklist/default/");
        browser.seeText("可办理的任务");
        assertThat(browser.driver().getTitle()).isEqualTo("七步 任务列表");
        assertThat(browser.driver().findElement(By.tagName("html")).getAttribute("lang"))
                .isEqualTo("zh-CN");
        raise();

        openTask("核实归并议题");
        browser.seeText("飞英路口绿化带踩踏");
        browser.shoot("tasklist-verify-issue");
        browser.tick("verified");
        browser.fill("findings", "现场查看属实，两处绿化带被踩出小路。");
        browser.search("matterType", "公共事务、公益活动");
        browser.pick("本小区");
        browser.fill("affectedHouseholds", "40");
        browser.press(COMPLETE);

        openTask("调查论证议题");
        var matterNo = matterNo();
        fillOptionsOnTheMattersPage(matterNo);
        browser.open("/camunda/app/tasklist/default/");
        openTask("调查论证议题");
        browser.fill("problemStatement", "居民抄近路踩踏绿化带，缺一条便道。");
        browser.press(COMPLETE);

        openTask("确定协商主体");
        browser.shoot("tasklist-name-parties");
        assertThat(jar.office().taskKeys("clerk-fy", matterNo)).containsExactly("task_nameParties");
    }

    @Test
    void choosesEnglishOnceForTasklistAndOurPages() {
        browser.logIn("clerk-fy");
        browser.open("/camunda/app/tasklist/default/");
        browser.click(By.linkText("English"));
        browser.see(By.partialLinkText("Start process"));
        assertThat(browser.driver().getTitle()).isEqualTo("Qibu Tasklist");
        browser.open("/staff/matters");
        assertThat(browser.driver().findElement(By.tagName("html")).getAttribute("lang"))
                .isEqualTo("en");
        browser.open("/camunda/app/tasklist/default/");
        browser.click(By.linkText("中文"));
        browser.see(By.partialLinkText("启动流程"));
    }

    @Test
    void leavesTasklistByOurLoginPage() {
        browser.logIn("clerk-fy");
        browser.open("/camunda/app/tasklist/default/");
        browser.click(By.cssSelector(".account .dropdown-toggle"));
        browser.click(By.cssSelector(".account .logout a"));
        browser.seeText("您已退出登录");
        assertThat(browser.driver().getCurrentUrl()).endsWith("/login?logout");
    }

    @Test
    void readsInChineseWhatTheFormViewerFindsWrong() {
        browser.logIn("clerk-fy");
        browser.open("/camunda/app/tasklist/default/");
        browser.click(By.partialLinkText("启动流程"));
        browser.click(By.partialLinkText("社区协商议事七步"));
        browser.fill("description", "太短");
        browser.fill("affectedHouseholds", "-1");
        browser.fill("title", "");
        browser.seeText("至少填写 10 个字。");
        browser.seeText("不能小于 1。");
        assertThat(browser.see(By.cssSelector("[id$='field_channel-display']")).getText())
                .isEqualTo("请选择");
    }

    private static void raise() {
        browser.click(By.partialLinkText("启动流程"));
        browser.click(By.partialLinkText("社区协商议事七步"));
        browser.choose("channel", "网格走访");
        browser.fill("title", "飞英路口绿化带踩踏");
        browser.fill("description", "路口两侧绿化带常年被踩，雨天泥泞，希望铺一条便道。");
        browser.fill("location", "飞英路口");
        browser.fill("proposerName", "陆建中");
        browser.shoot("tasklist-record-issue");
        browser.press(By.cssSelector(".modal-footer button.btn-primary"));
        browser.isGone(By.cssSelector(".modal-footer"));
    }

    private static void openTask(String name) {
        browser.click(By.xpath("//li[contains(@class,'task')]//h4[contains(., '" + name + "')]"
                + " | //*[contains(@class,'tasks-list')]//*[normalize-space(text())='" + name + "']"));
        browser.see(By.cssSelector(".fjs-form"));
        if (!browser.isFormOpen()) {
            browser.press(By.xpath("//button[contains(normalize-space(.), '认领')]"));
            browser.isGone(By.cssSelector(".disabled-form"));
        }
    }

    private static String matterNo() {
        var matters = jar.office().get("clerk-fy", "/engine-rest/process-instance?processDefinitionKey=agenda-setting");
        var task = jar.office()
                .get("clerk-fy", "/engine-rest/task?taskDefinitionKey=task_studyTopic")
                .body()
                .get(0);
        assertThat(matters.status()).isEqualTo(200);
        var brief = jar.office()
                .get(
                        "clerk-fy",
                        "/engine-rest/task/" + task.path("id").asText() + "/form-variables?variableNames=brief")
                .body()
                .path("brief")
                .path("value")
                .asText();
        return brief.replaceAll("(?s).*?(HZ-FY-\\d{4}-\\d{4}).*", "$1");
    }

    private static void fillOptionsOnTheMattersPage(String matterNo) {
        browser.open("/staff/matters/" + matterNo);
        browser.shoot("staff-matter");
        assertThat(seriousFindings()).isEmpty();
        browser.phone();
        browser.shoot("staff-matter-phone");
        browser.desktop();
        var saved = jar.office()
                .put(
                        "clerk-fy",
                        "/api/matters/" + matterNo + "/rows/optionsConsidered",
                        List.of(
                                Courses.values("name", "铺便道", "pros", "不再踩踏", "cons", "占绿地"),
                                Courses.values("name", "装护栏", "pros", "保绿地", "cons", "绕路")));
        assertThat(saved.status()).isEqualTo(200);
    }

    private static List<String> seriousFindings() {
        return new AxeBuilder()
                .analyze(browser.driver()).getViolations().stream()
                        .filter(finding -> List.of("serious", "critical").contains(finding.getImpact()))
                        .map(finding -> finding.getId() + ": " + finding.getNodes())
                        .toList();
    }
}
