package org.qibu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.RoomsDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the program takes for one, the database takes for one: both compare in the same form. */
class ComparisonInDatabaseTest {

    private static final int ALL_BUT_RARE = 0x3400;

    private final JdbcClient database = JdbcClient.create(RoomsDatabase.source());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ｏ００１",
                " xa\u2014\u2014O 001 ",
                "买买提•吐尔逊",
                "ＨＺ－ＡＳ－２０２６－０００９",
                "O\u2019Brien",
                "\u041E001",
                "①②Ⅱ㎡",
                "\u200B\uFEFF张\u3000三\u2060",
                "A\u00B4B.C\u3002",
                "𠮷田\uDB40\uDD00"
            })
    void comparesAsTheProgramDoes(String text) {
        assertThat(inDatabase(text)).isEqualTo(ComparisonKey.of(text).value());
    }

    @Test
    void everySignOfEverydayUseComparesAlike() {
        var signs = IntStream.concat(IntStream.range(1, ALL_BUT_RARE), IntStream.rangeClosed(0xFE00, 0xFFFD))
                .filter(Character::isDefined)
                .filter(sign -> Character.UnicodeScript.of(sign) != Character.UnicodeScript.UNKNOWN)
                .filter(sign -> isChineseOrLatinOrCommon(Character.UnicodeScript.of(sign)))
                .boxed()
                .toList();
        var different =
                signs.stream().map(sign -> "a" + Character.toString(sign) + "b").collect(Collectors.toList());
        var found = database.sql(
                        "select comparison_key(t) from unnest(:all::text[]) with ordinality as u(t, n) order by n")
                .param("all", different.toArray(String[]::new))
                .query(String.class)
                .list();
        for (int i = 0; i < different.size(); i++) {
            assertThat(found.get(i))
                    .as("U+%04X", signs.get(i))
                    .isEqualTo(ComparisonKey.of(different.get(i)).value());
        }
    }

    private static boolean isChineseOrLatinOrCommon(Character.UnicodeScript script) {
        return switch (script) {
            case COMMON, LATIN, HAN, CYRILLIC, GREEK -> true;
            default -> false;
        };
    }

    private String inDatabase(String text) {
        return database.sql("select comparison_key(?)")
                .param(text)
                .query(String.class)
                .single();
    }
}
