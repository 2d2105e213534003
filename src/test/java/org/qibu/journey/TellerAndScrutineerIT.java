package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Two people and a ballot box, each in a browser of their own: one enters the ballots, the other looks at them. */
class TellerAndScrutineerIT {

    private static final Path DATA = Path.of("target", "ballots");
    private static final By COMPLETE = By.xpath("//button[normalize-space()='Complete' or normalize-space()='完成']");
    private static final By CLAIM =
            By.xpath("//button[contains(normalize-space(.), 'Claim') or contains(normalize-space(.), '认领')]");
    private static final RunningJar jar = new RunningJar(DATA);

    @BeforeAll
    static void start() {
        jar.begin();
    }

    @AfterAll
    static void stop() {
        jar.close();
    }

    @Test
    void theTellerEntersBallotsAndTheScrutineerCertifiesThem() {
        var matter = ownersVote();
        try (var teller = new Browser(jar.port())) {
            teller.logIn("teller");
            enterByHand(teller, matter);
            uploadTheRest(teller, matter);
            matter.advance("P16D");
            completeTask(teller, "录入选票", "ballotsComplete");
            teller.open("/staff/polls/" + matter.pollId(1));
            assertThat(teller.driver().findElements(By.name("rightHolderId"))).isEmpty();
        }
        try (var scrutineer = new Browser(jar.port())) {
            scrutineer.logIn("scrutineer");
            lookAtTheBallots(scrutineer, matter);
            completeTask(scrutineer, "监票确认计票", "certified");
        }
        assertThat(matter.result(1)).containsExactly("PASSED", "966.00/11", "885.50/10", "724.50/8");
        try (var clerk = new Browser(jar.port())) {
            clerk.logIn("clerk");
            clerk.open("/staff/polls/" + matter.pollId(1));
            clerk.seeText("表决通过");
            assertThat(clerk.driver().findElements(By.id("ballots"))).isEmpty();
            clerk.shoot("poll-clerk");
        }
    }

    private static Case ownersVote() {
        return Case.raise(jar.office(), "TX-HB", 11, "5幢2单元加装电梯", "河滨小区5幢2单元", 12)
                .verify("OWN_7_REBUILD", "STAIRWELL", "costEstimate", 520_000)
                .study(false)
                .nameParties("O001")
                .setAgenda(5)
                .until("task_recordMeeting")
                .meet(11, 9)
                .confirmOpinion()
                .openVote("owners:TX-HB:hebin:5:2", "是否同意5幢2单元加装电梯？", 15);
    }

    private static void enterByHand(Browser teller, Case matter) {
        teller.open("/staff/polls/" + matter.pollId(1));
        teller.shoot("poll-empty");
        teller.see(By.name("rightHolderId")).sendKeys("O099");
        teller.pick("同意");
        teller.click(By.xpath("//form[contains(@action,'/ballots')]//button"));
        teller.seeText("名册中没有编号");
        assertThat(teller.see(By.name("rightHolderId")).getDomProperty("value")).isEqualTo("O099");
        teller.see(By.name("rightHolderId")).clear();
        teller.see(By.name("rightHolderId")).sendKeys("O001");
        teller.pick("反对");
        teller.click(By.xpath("//form[contains(@action,'/ballots')]//button"));
        teller.seeText("已录入 1 张");
        assertThat(seriousFindings(teller)).isEmpty();
    }

    private static void uploadTheRest(Browser teller, Case matter) {
        upload(teller, matter, "表决权人编号,选择,收到时间,委托书\nO002,也许,,\nO003,同意,,\n");
        teller.seeText("第 2 行：");
        upload(
                teller,
                matter,
                "表决权人编号,选择,收到时间,委托书\nO002,同意,,\nO003,同意,,委托书-O003.pdf\nO004,同意,,\nO005,同意,,\nO006,同意,,\n"
                        + "O007,同意,,\nO008,同意,,\nO009,同意,,\nO010,弃权,,\nO001,同意,,\n");
        teller.seeText("已录入 9 张，另有重复 1 张");
        teller.shoot("poll-teller");
        teller.phone();
        teller.shoot("poll-teller-phone");
        teller.desktop();
    }

    private static void upload(Browser teller, Case matter, String table) {
        try {
            var file = Files.writeString(DATA.resolve("ballots.csv"), table);
            teller.open("/staff/polls/" + matter.pollId(1));
            teller.click(By.cssSelector("details.more summary"));
            teller.see(By.name("file")).sendKeys(file.toAbsolutePath().toString());
            teller.click(By.xpath("//form[contains(@action,'/table')]//button"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lookAtTheBallots(Browser scrutineer, Case matter) {
        scrutineer.open("/staff/polls/" + matter.pollId(1));
        scrutineer.seeText("重复，不计");
        scrutineer.seeText("事项里没有这个文件");
        scrutineer.shoot("poll-scrutineer");
        assertThat(seriousFindings(scrutineer)).isEmpty();
    }

    private static void completeTask(Browser person, String task, String tick) {
        person.open("/camunda/app/tasklist/default/");
        person.click(By.xpath("//li[contains(@class,'task')]//h4[contains(., '" + task + "')]"
                + " | //*[contains(@class,'tasks-list')]//*[normalize-space(text())='" + task + "']"));
        person.see(By.cssSelector(".fjs-form"));
        if (!person.isFormOpen()) {
            person.press(CLAIM);
            person.isGone(By.cssSelector(".disabled-form"));
        }
        person.shoot("tasklist-" + tick);
        person.tick(tick);
        person.press(COMPLETE);
        person.isGone(By.cssSelector(".fjs-form"));
    }

    private static List<String> seriousFindings(Browser browser) {
        return new AxeBuilder()
                .analyze(browser.driver()).getViolations().stream()
                        .filter(finding -> List.of("serious", "critical").contains(finding.getImpact()))
                        .map(finding -> finding.getId() + ": " + finding.getNodes())
                        .toList();
    }
}
