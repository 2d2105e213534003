package org.qibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** In a package marked {@code @NullMarked} the compiler refuses null where the code does not say it may stand. */
class NullSafetyTest {

    private static final Path SOURCES = Path.of("src/main/java/org/qibu");

    /** Packages not marked yet; the list only shrinks. */
    private static final Set<String> NOT_YET = Set.of(
            "demo",
            "documents/paper",
            "documents/render",
            "documents/shelf",
            "engine",
            "engine/draft",
            "engine/fault",
            "engine/feel",
            "engine/form",
            "engine/form/exam",
            "engine/gate",
            "engine/gate/bpmn",
            "engine/gate/dmn",
            "engine/gate/expression",
            "engine/gate/finding",
            "engine/guard",
            "engine/identity",
            "engine/listener",
            "engine/lists",
            "engine/models",
            "engine/process",
            "engine/rest",
            "engine/settings",
            "engine/spi",
            "engine/submission",
            "engine/table",
            "engine/tasks",
            "mail",
            "mail/outbox",
            "mail/page",
            "mail/staff",
            "mail/texts",
            "matter",
            "matter/access",
            "matter/action",
            "matter/contract",
            "matter/correspondence",
            "matter/course",
            "matter/display",
            "matter/file",
            "matter/form",
            "matter/page",
            "matter/page/api",
            "matter/pass",
            "matter/proposer",
            "matter/staff",
            "sheets/format",
            "sheets/table",
            "sheets/xlsx");

    @Test
    void everyPackageIsMarkedButThoseThatAreNotYet() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var unmarked = files.filter(file -> file.endsWith("package-info.java"))
                    .filter(file -> !text(file).contains("\n@NullMarked\n"))
                    .map(file -> SOURCES.relativize(file.getParent()).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(unmarked).isEqualTo(new TreeSet<>(NOT_YET));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
