package org.qibu.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.qibu.text.Sha256;
import org.springframework.core.io.ClassPathResource;

/** A migration that a release carried is never rewritten: databases out there were made by it as it was. */
class ReleasedMigrationsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void whatAReleaseCarriedIsAsItWas() throws IOException {
        var released = released();
        var now = now();

        assertThat(released).hasSizeGreaterThan(5);
        assertThat(now)
                .as("changed or removed after its release; take it back and write a new migration with a higher number")
                .containsAllEntriesOf(released);
    }

    @Test
    void whatIsNewComesAfterWhatAReleaseCarried() throws IOException {
        var released = released();
        var last = released.keySet().stream()
                .mapToInt(ReleasedMigrationsTest::version)
                .max()
                .orElseThrow();

        assertThat(now().keySet())
                .as("a new migration takes a number above %s", last)
                .allMatch(file -> released.containsKey(file) || version(file) > last);
    }

    private static int version(String file) {
        return Integer.parseInt(file.substring(1, file.indexOf("__")));
    }

    /** File and SHA-256, one line each. */
    private static Map<String, String> released() throws IOException {
        return new ClassPathResource("databases/released-migrations.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (one, other) -> one, TreeMap::new));
    }

    private static Map<String, String> now() throws IOException {
        var now = new TreeMap<String, String>();
        try (var files = Files.list(MIGRATIONS)) {
            for (var file : files.toList()) {
                now.put(file.getFileName().toString(), Sha256.hex(Files.readAllBytes(file)));
            }
        }
        return now;
    }
}
