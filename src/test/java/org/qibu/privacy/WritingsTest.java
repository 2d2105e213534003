package org.qibu.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is personal is hidden in each of the ways in which people write it, and what only looks so stays: the lists are
 * {@code privacy/*.txt}, a line for each, the text and how it is published.
 */
class WritingsTest {

    private static final List<String> NAMES = List.of("范三元", "叶二梅", "王建国", "欧阳明", "李娜", "单雄信", "买买提·吐尔逊", "高峰");

    private static final Masker MASKER = new Masker(new NameIndex(NAMES), List.of(), List.of());

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void ofWhatTheCommunityKnows(String text, String published) {
        assertThat(MASKER.mask(text)).hasToString(published);
        assertThat(MASKER.mask(published)).hasToString(published);
        assertThat(MASKER.unseen().mask(published)).hasToString(published);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void ofPeopleOnNoListInTextsNobodySeesBefore(String text, String published) {
        assertThat(MASKER.unseen().mask(text)).hasToString(published);
        assertThat(MASKER.unseen().mask(published)).hasToString(published);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofPeopleOnNoListInTextsNobodySeesBefore")
    void andWhoeverConfirmsATextIsShownThem(String text, String published) {
        assertThat(MASKER.suggest(text)).hasToString(published);
        assertThat(MASKER.doubts(MASKER.mask(text)).isEmpty()).isEqualTo(text.equals(published));
    }

    static Stream<Arguments> ofWhatTheCommunityKnows() throws IOException {
        return rows("writings.txt");
    }

    static Stream<Arguments> ofPeopleOnNoListInTextsNobodySeesBefore() throws IOException {
        return rows("likely-names.txt");
    }

    private static Stream<Arguments> rows(String file) throws IOException {
        try (var lines = WritingsTest.class.getResourceAsStream("/privacy/" + file)) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.replace("\\u200B", "\u200B").split("\\|"))
                    .map(row -> Arguments.of(row[0], "=".equals(row[1]) ? row[0] : row[1]));
        }
    }
}
