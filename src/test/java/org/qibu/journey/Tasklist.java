package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import org.openqa.selenium.By;

/** Camunda Tasklist as one person uses it. */
final class Tasklist {

    private static final By FORM = By.cssSelector(".fjs-form");
    private static final By LOCKED = By.cssSelector(".disabled-form");
    private static final By CLAIM = By.xpath("//button[contains(normalize-space(.), '认领')]");
    private static final By COMPLETE = By.xpath("//button[normalize-space()='完成']");

    private final Browser browser;

    Tasklist(Browser browser) {
        this.browser = browser;
    }

    /** Comes to the list from the login page. */
    static Tasklist of(Browser browser, String account) {
        browser.logIn(account);
        browser.open("/camunda/app/tasklist/default/");
        return new Tasklist(browser);
    }

    /** Opens a task by its id, as the link on a matter's page and in a mail does, and takes it where nobody has. */
    Tasklist open(String taskId) {
        browser.open("/camunda/app/tasklist/default/#/?task=" + taskId);
        browser.see(FORM);
        if (!browser.isFormOpen()) {
            browser.press(CLAIM);
            browser.isGone(LOCKED);
        }
        return this;
    }

    /** Keeps what stands on the screen at a desk and in a hand. */
    Tasklist shoot(String name) {
        browser.shoot(name);
        browser.phone();
        browser.see(FORM);
        browser.shoot(name + "-phone");
        browser.desktop();
        return this;
    }

    /** Completes the open task; its form goes away. */
    void complete() {
        browser.press(COMPLETE);
        browser.isGone(FORM);
    }

    /** What axe finds serious or critical on the page that is open. */
    static List<String> seriousFindings(Browser browser) {
        return new AxeBuilder()
                .analyze(browser.driver()).getViolations().stream()
                        .filter(finding -> List.of("serious", "critical").contains(finding.getImpact()))
                        .map(finding -> finding.getId() + ": " + finding.getNodes())
                        .toList();
    }

    static void assertThatNothingSeriousIsFoundOn(Browser browser) {
        assertThat(seriousFindings(browser)).isEmpty();
    }
}
