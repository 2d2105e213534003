package org.qibu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qibu.matter.Step;

class MessagesTest {

    private static final Pattern BASENAMES = Pattern.compile("basename: (\\S+)");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    static Stream<String> bundles() throws IOException {
        try (var settings = MessagesTest.class.getResourceAsStream("/application.yaml")) {
            var named = BASENAMES.matcher(new String(settings.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(named.find()).isTrue();
            return Stream.of(named.group(1).split(","));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeysAndNoneIsEmpty(String name) throws IOException {
        var chinese = read(name + ".properties");
        var english = read(name + "_en.properties");
        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        assertThat(Stream.concat(chinese.values().stream(), english.values().stream())
                        .map(String::valueOf))
                .noneMatch(String::isBlank);
    }

    @Test
    void englishPagesCarryNoChineseButTheNameOfTheLanguage() throws IOException {
        var english = read("messages/common_en.properties");
        english.remove("site.lang.zh");
        assertThat(english.values().stream().map(String::valueOf))
                .noneMatch(text -> CHINESE.matcher(text).find());
    }

    @Test
    void placeholdersAreTheSameInBothLanguages() throws IOException {
        var chinese = read("messages/common.properties");
        var english = read("messages/common_en.properties");
        chinese.forEach((key, text) -> assertThat(placeholders(english.getProperty((String) key)))
                .as((String) key)
                .isEqualTo(placeholders((String) text)));
    }

    @Test
    void everyStepHasAName() throws IOException {
        var chinese = read("messages/common.properties");
        for (var step : Step.values()) {
            assertThat(chinese).containsKeys("step." + step, "step.short." + step, "step.what." + step);
        }
    }

    private static String placeholders(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .sorted()
                .distinct()
                .toList()
                .toString();
    }

    private static Properties read(String name) throws IOException {
        try (var stream = MessagesTest.class.getResourceAsStream("/" + name)) {
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties;
        }
    }
}
