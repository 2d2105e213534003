package org.qibu.journey;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;

/**
 * Walks through the pages there is a link to, one of each kind, and looks at each on a desk and on a phone for what keeps
 * people from reading it.
 */
final class EveryPage {

    private static final Pattern NO_PAGE = Pattern.compile(
            ".*\\.(docx|pdf|xlsx|csv|ics|jpg|png|svg|zip|eml)|/(api|camunda|actuator|logout|v3)(/.*)?|.*/(raw|open)");
    private static final Pattern NUMBER =
            Pattern.compile("[A-Z]{2}-[A-Z]{2}-\\d{4}-\\d{4}(-P\\d+)?|[0-9a-f-]{20,}|\\d+");
    private static final Pattern ONE_OF_MANY = Pattern.compile("(/staff/(rules|mail/templates|rolls)/).+");
    private static final int DESK = 1440;
    private static final int PHONE = 360;
    private static final int MOST = 40;

    private final Browser browser;
    private final Set<String> kinds = new LinkedHashSet<>();

    EveryPage(Browser browser) {
        this.browser = browser;
    }

    /** The kinds of pages that were seen. */
    Set<String> kinds() {
        return kinds;
    }

    /** What is wrong on these pages and those they lead to; of the latter a kind that was seen before is left out. */
    Set<String> walk(String... starts) {
        var faults = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(starts));
        open.forEach(start -> kinds.remove(kind(start)));
        while (!open.isEmpty() && kinds.size() < MOST) {
            var path = open.poll();
            if (kinds.add(kind(path))) {
                browser.width(DESK);
                browser.open(path);
                open.addAll(links());
                faults.addAll(faults(path, DESK));
                browser.width(PHONE);
                faults.addAll(faults(path, PHONE));
            }
        }
        browser.desktop();
        return faults;
    }

    private static String kind(String path) {
        return ONE_OF_MANY.matcher(NUMBER.matcher(path).replaceAll("*")).replaceAll("$1*");
    }

    @SuppressWarnings("unchecked")
    private List<String> links() {
        var hrefs = (List<String>) browser.driver()
                .executeScript("return [...document.querySelectorAll('a[href]')].map(link => link.href)");
        return hrefs.stream()
                .filter(href -> href.startsWith(browser.address("/")))
                .map(href -> URI.create(href).getPath())
                .filter(path -> !NO_PAGE.matcher(path).matches())
                .distinct()
                .toList();
    }

    private List<String> faults(String path, int width) {
        var where = path + " at " + width + ": ";
        var sideways = isWiderThanItsWindow() ? Stream.of(where + "scrolls sideways") : Stream.<String>empty();
        return Stream.concat(sideways, serious(axe()).map(finding -> where + finding))
                .toList();
    }

    private boolean isWiderThanItsWindow() {
        return (Boolean) browser.driver()
                .executeScript("return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    private List<Rule> axe() {
        return new AxeBuilder().setLegacyMode(true).analyze(browser.driver()).getViolations();
    }

    private static Stream<String> serious(List<Rule> findings) {
        return findings.stream()
                .filter(finding -> Set.of("serious", "critical").contains(finding.getImpact()))
                .map(finding -> finding.getId() + " "
                        + finding.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml())
                                .toList());
    }

    /** What is wrong in what we added to the task list, with a task open. */
    List<String> inTaskList() {
        browser.see(By.cssSelector(".qibu-card"));
        var findings = new AxeBuilder()
                .setLegacyMode(true)
                .include(List.of(".qibu-matters"))
                .include(List.of(".qibu-language"))
                .include(List.of(".qibu-card"))
                .include(List.of(".fjs-container"))
                .disableRules(List.of("region"))
                .analyze(browser.driver())
                .getViolations();
        return serious(findings).toList();
    }
}
