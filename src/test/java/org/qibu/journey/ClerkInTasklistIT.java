package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A clerk's morning in a real browser: raises an issue in Tasklist and does its first two tasks. */
class ClerkInTasklistIT {

    private static final Path DATA = Path.of("target", "browser");
    private static final By FORM_TAB = By.xpath("//*[contains(@class,'nav-tabs')]//a[normalize-space()='表单']");
    private static final By MATTER_TAB = By.xpath("//*[contains(@class,'nav-tabs')]//a[normalize-space()='事项']");
    private static final By COMPLETE = By.xpath("//button[normalize-space()='完成']");
    private static final RunningJar jar = new RunningJar(DATA);
    private static Browser browser;

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
        assertThat(new EveryPage(browser).inTaskList()).isEmpty();
        browser.shoot("tasklist-verify-issue");
        browser.tick("verified");
        browser.fill("findings", "现场查看属实，两处绿化带被踩出小路。");
        browser.search("matterType", "公共事务、公益活动");
        browser.pick("本小区");
        browser.fill("affectedHouseholds", "40");
        browser.fill("publicTitle", "李建国家门口绿化带踩踏");
        browser.press(COMPLETE);
        browser.seeText("没有提交成功");
        browser.fill("publicTitle", "飞英路口绿化带踩踏");
        browser.press(COMPLETE);

        openTask("调查论证议题");
        assertThat(browser.see(By.tagName("body")).getText()).doesNotContain("没有提交成功");
        var matterNo = matterNo();
        assertThat(browser.see(By.cssSelector("li.active .qibu-card")).getText())
                .contains(matterNo, "飞英路口绿化带踩踏", "议题确定", "到期");
        browser.fill("problemStatement", "居民抄近路踩踏绿化带，缺一条便道。");
        browser.click(MATTER_TAB);
        browser.within(By.cssSelector("iframe.qibu-matter"), ClerkInTasklistIT::workBesideTheForm);
        browser.shoot("tasklist-matter-tab");
        browser.click(FORM_TAB);
        browser.seeText("装护栏");
        assertThat(browser.valueOf("problemStatement")).isEqualTo("居民抄近路踩踏绿化带，缺一条便道。");
        browser.shoot("tasklist-form-after-matter");
        browser.press(COMPLETE);

        openTask("确定协商主体");
        browser.shoot("tasklist-name-parties");
        assertThat(jar.office().taskKeys("clerk-fy", matterNo)).containsExactly("task_nameParties");
        assertThat(browser.complaints("Content Security Policy")).isEmpty();
        lookAtTheMattersPage(matterNo);
    }

    /** In the tab of the matter: two ways are pasted as from a spreadsheet and saved, a photo is handed in. */
    private static void workBesideTheForm() {
        browser.paste(
                By.cssSelector("#rows-optionsConsidered [data-key]"), "坏处\t办法\t好处\n占绿地\t铺便道\t不再踩踏\n绕路\t装护栏\t保绿地\n");
        browser.see(By.xpath("//*[@id='rows-optionsConsidered']//*[contains(., '共 2 行')]"));
        browser.click(By.xpath("//*[@id='rows-optionsConsidered']//button[normalize-space()='保存']"));
        browser.seeText("已保存，共 2 行");
        browser.driver().executeScript("""
                new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(node => {
                  document.body.dataset.bar = node.querySelector('progress')?.getAttribute('aria-label') ?? '';
                }))).observe(document.querySelector('.sendings'), { childList: true })""");
        browser.upload(By.id("file"), photo());
        assertThat(browser.see(By.cssSelector("ul.files img")).getAttribute("src"))
                .endsWith("/preview");
        assertThat(browser.see(By.tagName("body")).getAttribute("data-bar")).isEqualTo("正在上传“便道.png”");
        browser.drop(By.cssSelector(".drop"), Map.of("说明.jpg", "<!DOCTYPE html><html></html>", "备忘.txt", "便道宽一米。"));
        assertThat(browser.see(By.cssSelector(".refusal")).getText()).contains("说明.jpg", "不是可以上传的文件");
        browser.see(By.partialLinkText("备忘.txt"));
    }

    private static Path photo() {
        try {
            var file = DATA.resolve("便道.png");
            ImageIO.write(new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        // whoever raises the issue of this morning would find what is typed here as a draft
        browser.logIn("clerk");
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

    @Test
    void residentsAndStaffCanReadEveryPageThereIsALinkToAtADeskAndInAHand() {
        var pages = new EveryPage(browser);
        forgetWhoIsLoggedIn();
        assertThat(pages.walk("/", "/login", "/issues/new")).isEmpty();
        browser.logIn("clerk");
        var task = jar.office()
                .get("clerk", "/engine-rest/task?taskDefinitionKey=task_recordMeeting")
                .body()
                .get(0);
        assertThat(pages.walk("/staff/tasks/" + task.path("id").asText(), "/staff/matters"))
                .isEmpty();
        forgetWhoIsLoggedIn();
        browser.logIn("admin");
        assertThat(pages.walk("/staff/mail", "/staff/rules", "/staff/rolls", "/staff/calendar"))
                .isEmpty();
        assertThat(pages.kinds())
                .contains("/notices/*", "/matters/*", "/staff/matters/*", "/staff/rules/*", "/staff/mail/templates/*")
                .hasSizeGreaterThan(20);
    }

    private static void forgetWhoIsLoggedIn() {
        browser.open("/login");
        browser.driver().manage().deleteAllCookies();
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
        var task = jar.office()
                .get("clerk-fy", "/engine-rest/task?taskDefinitionKey=task_studyTopic")
                .body()
                .get(0);
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

    private static void lookAtTheMattersPage(String matterNo) {
        browser.open("/staff/matters/" + matterNo);
        browser.shoot("staff-matter");
        assertThat(seriousFindings()).isEmpty();
        browser.phone();
        browser.shoot("staff-matter-phone");
        browser.desktop();
    }

    private static List<String> seriousFindings() {
        return new AxeBuilder()
                .analyze(browser.driver()).getViolations().stream()
                        .filter(finding -> List.of("serious", "critical").contains(finding.getImpact()))
                        .map(finding -> finding.getId() + ": " + finding.getNodes())
                        .toList();
    }
}
