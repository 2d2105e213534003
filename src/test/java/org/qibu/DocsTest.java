package org.qibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages of the repository point to is in the repository, and what they count is right. */
class DocsTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?i)domain page|(?:domain|design|quality|stack|style)\\.md|§ ?\\d");
    private static final Pattern RECORD = Pattern.compile("\\bADR (\\d{4})\\b");

    @Test
    void linksLeadToFilesOfTheRepository() throws IOException {
        var broken = new ArrayList<String>();
        for (var page : pages()) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1))
                    .filter(link -> !link.contains(":") && !link.startsWith("/"))
                    .filter(link -> Files.notExists(page.toAbsolutePath().resolveSibling(link)))
                    .forEach(link -> broken.add(page + " -> " + link));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void recordsThatAreCitedAreThere() throws IOException {
        var missing = new ArrayList<String>();
        for (var file : Stream.concat(pages().stream(), files("src/main/java", ".java").stream())
                .toList()) {
            for (var cited : RECORD.matcher(Files.readString(file)).results().toList()) {
                if (files("docs/adr", ".md").stream()
                        .noneMatch(record -> record.getFileName().toString().startsWith(cited.group(1)))) {
                    missing.add(file + " -> " + cited.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** A clone holds the law by its article, our records and our pages; nothing else can be looked up in it. */
    @Test
    void commentsCiteNothingThatIsNotInTheClone() throws IOException {
        var missing = new ArrayList<String>();
        for (var file : Stream.concat(
                        files("src/main/java", ".java").stream(), files("src/test/java", ".java").stream())
                .filter(file -> !file.endsWith("DocsTest.java"))
                .toList()) {
            ELSEWHERE
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(found -> missing.add(file + " -> " + found.group()));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theIndexOfRecordsListsEachOfThem() throws IOException {
        var index = Files.readString(Path.of("docs/adr/README.md"));
        assertThat(files("docs/adr", ".md"))
                .filteredOn(record -> !record.getFileName().toString().equals("README.md"))
                .allMatch(record -> index.contains("](" + record.getFileName() + ")"));
    }

    @Test
    void theChangelogCountsModelsTablesAndFormsAsTheyAre() throws IOException {
        assertThat(Files.readString(Path.of("CHANGELOG.md")))
                .contains("共 %d 个流程，%d 张判定表，%d 张表单"
                        .formatted(
                                files("bpmn", ".bpmn").size(),
                                files("bpmn", ".dmn").size(),
                                files("forms", ".form").size()));
    }

    private static List<Path> pages() throws IOException {
        return Stream.concat(
                        Stream.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md")
                                .map(Path::of),
                        files("docs", ".md").stream())
                .toList();
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (var all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
