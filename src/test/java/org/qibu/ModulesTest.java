package org.qibu;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house: what a room publishes, which rooms lie above which, how many types lie beside each other. */
class ModulesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/qibu");
    private static final Path PICTURE = Path.of("docs/modules.md");
    private static final int MOST_FILES = 24;

    /** From the ground up; a room uses what lies below it and nothing beside it or above. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("text", "availability", "embedded", "transaction"),
            Set.of("engine", "privacy", "sheets"),
            Set.of("calendar", "desk"),
            Set.of("community", "limits", "voting"),
            Set.of("mail"),
            Set.of("matter", "access", "demo"),
            Set.of(
                    "notices",
                    "deadlines",
                    "documents",
                    "reports",
                    "agenda",
                    "collection",
                    "consultation",
                    "implementation"),
            Set.of("decision", "feedback", "review", "portal", "bench"));

    /** Packages with more files than {@link #MOST_FILES}; the list only shrinks. */
    private static final Map<String, Integer> STILL_CROWDED = Map.of();

    private static final ApplicationModules ROOMS = ApplicationModules.of(QibuApplication.class);
    private static final JavaClasses CLASSES = ProductClasses.ALL;

    @Test
    void roomsUseOfEachOtherOnlyWhatIsPublishedAndNeverInACircle() {
        ROOMS.verify();
    }

    @Test
    void noPackagesOfAnyDepthUseEachOtherInACircle() {
        slices().matching("org.qibu.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void eachRoomLiesOnOneFloorAndUsesLowerOnesOnly() {
        var listed = FLOORS.stream().flatMap(Set::stream).toList();
        assertThat(listed).doesNotHaveDuplicates();
        assertThat(names()).containsExactlyInAnyOrderElementsOf(listed);

        ROOMS.stream()
                .forEach(room -> assertThat(usedBy(room))
                        .as("what %s uses lies below it", room.getIdentifier())
                        .allMatch(other -> floor(other) < floor(name(room))));
    }

    @Test
    void fewFilesLieBesideEachOther() throws IOException {
        var crowded = new TreeMap<String, Integer>();
        try (var folders = Files.walk(SOURCES)) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                var count = files(folder);
                if (count > MOST_FILES) {
                    crowded.put(SOURCES.relativize(folder).toString(), count);
                }
            }
        }
        assertThat(crowded).isEqualTo(STILL_CROWDED);
    }

    @Test
    void eachPackageSaysWhatItIsFor() throws IOException {
        try (var folders = Files.walk(SOURCES)) {
            assertThat(folders.filter(
                            folder -> !folder.equals(SOURCES) && Files.isDirectory(folder) && files(folder) > 0))
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .content()
                            .startsWith("/**"));
        }
    }

    @Test
    void noTwoTypesBearOneName() {
        var names = new TreeMap<String, Set<String>>();
        CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .forEach(type -> names.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getPackageName()));
        names.values().removeIf(places -> places.size() == 1);
        assertThat(names).isEmpty();
    }

    @Test
    void rulesNamePackagesThatAreThere() throws IOException {
        var named = Pattern.compile("\"org\\.qibu\\.([a-z.]+?)\\.*\"");
        try (var rules = Stream.of("ArchitectureTest", "PublishedTextTest")
                .map(test -> Path.of("src/test/java/org/qibu", test + ".java"))) {
            for (var rule : rules.toList()) {
                assertThat(named.matcher(Files.readString(rule)).results().map(found -> found.group(1)))
                        .as("packages named in %s", rule.getFileName())
                        .isNotEmpty()
                        .allMatch(name -> Files.isDirectory(SOURCES.resolve(name.replace('.', '/'))));
            }
        }
    }

    /** Drawn anew by {@code mvn test -Dtest=ModulesTest -Dqibu.draw=true}. */
    @Test
    void thePictureInTheDocsIsThatOfTheCode() throws IOException {
        var picture = picture();
        if (Boolean.getBoolean("qibu.draw")) {
            Files.writeString(PICTURE, picture);
        }
        assertThat(PICTURE).hasContent(picture);
    }

    private static String picture() {
        var floors = new StringBuilder();
        for (var floor = FLOORS.size() - 1; floor >= 0; floor--) {
            floors.append("  subgraph F%d[ ]%n    direction LR%n".formatted(floor));
            for (var room : new TreeSet<>(FLOORS.get(floor))) {
                floors.append("    %s%n".formatted(room));
            }
            floors.append("  end%n".formatted());
        }
        var rows = ROOMS.stream()
                .sorted((one, other) -> name(one).compareTo(name(other)))
                .map(room -> "| `%s` | %s | %s |"
                        .formatted(name(room), String.join(" ", published(room)), String.join(" ", usedBy(room))))
                .collect(joining("\n"));
        return """
                # 模块 / Modules

                由 `ModulesTest` 从代码画出：上层用下层，同层互不引用。
                *Drawn from the code by `ModulesTest`: a room uses those below it, never those beside it.*

                ```mermaid
                flowchart TB
                %s%s```

                | 模块 room | 公开的下级包 published below its root | 使用 uses |
                |---|---|---|
                %s
                """.formatted(floors, arrows(), rows);
    }

    /** From each floor to the next one down: all arrows at once would say nothing. */
    private static String arrows() {
        return Stream.iterate(FLOORS.size() - 1, floor -> floor > 0, floor -> floor - 1)
                .map(floor -> "  F%d --> F%d\n".formatted(floor, floor - 1))
                .collect(joining());
    }

    private static Set<String> published(ApplicationModule room) {
        return room.getNamedInterfaces().stream()
                .filter(part -> !part.isUnnamed())
                .map(part -> part.getName())
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> usedBy(ApplicationModule room) {
        return room.getDirectDependencies(ROOMS).stream()
                .map(dependency -> name(dependency.getTargetModule()))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> names() {
        return ROOMS.stream().map(ModulesTest::name).collect(toCollection(TreeSet::new));
    }

    private static String name(ApplicationModule room) {
        return room.getIdentifier().toString();
    }

    private static int floor(String room) {
        return FLOORS.indexOf(FLOORS.stream()
                .filter(floor -> floor.contains(room))
                .findFirst()
                .orElseThrow());
    }

    private static int files(Path folder) {
        try (var files = Files.list(folder)) {
            return (int) files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java"))
                    .count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
