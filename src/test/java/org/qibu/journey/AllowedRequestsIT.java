package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The web apps work with what the allow-list lets through: none of the pages people use asks for more. */
class AllowedRequestsIT {

    private static RunningJar jar;
    private static Browser browser;

    @BeforeAll
    static void start() {
        jar = new RunningJar(Path.of("target", "allowed-requests")).start();
        browser = new Browser(jar.port());
    }

    @AfterAll
    static void stop() {
        browser.close();
        jar.close();
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

    private static void open(String path) {
        browser.open("/login?other-page");
        browser.open(path);
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
