package org.qibu.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thing written two ways counts as one: whatever a reader takes for the same has one key, all else stays two. */
class ComparisonKeyTest {

    @ParameterizedTest
    @CsvSource({
        "O001, Ｏ００１",
        "O001, o001",
        "O001, ' O 001'",
        "O001, O\u200B001",
        "O001, \u041E001",
        "XA-O001, xa\u2014O001",
        "XA-O001, XA\uFF0DO001",
        "XA-O001, XA\u2212O001",
        "XA-O001, XA\u2013O001",
        "XA-O001, XA\u30FCO001",
        "XA-O001, XA\u2014\u2014O001",
        "买买提·吐尔逊, 买买提•吐尔逊",
        "买买提·吐尔逊, 买买提・吐尔逊",
        "买买提·吐尔逊, 买买提．吐尔逊",
        "买买提·吐尔逊, 买买提‧吐尔逊",
        "张三, 张\u3000三",
        "3幢, ３幢",
        "3(1), 3（1）",
        "HZ-AS-2026-0009, ＨＺ－ＡＳ－２０２６－０００９",
        "O'Brien, O\u2019Brien",
        "Ⅱ, II",
        "zhang\u00E9, zhange\u0301"
    })
    void takesForOneWhatLooksAlike(String one, String other) {
        assertThat(ComparisonKey.of(one)).isEqualTo(ComparisonKey.of(other));
        assertThat(ComparisonKey.same(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "O001, O002",
        "O001, 0001",
        "O001, P001",
        "1-2-301, 12-301",
        "1-2-301, 1-23-01",
        "1.2, 12",
        "范三元, 范三圆",
        "一幢, -幢",
        "买买提·吐尔逊, 买买提吐尔逊",
        "A_1, A-1",
        "001, 1"
    })
    void leavesTwoWhatPeopleTellApart(String one, String other) {
        assertThat(ComparisonKey.same(one, other)).isFalse();
    }

    @Test
    void anEmptyTextIsTheSameAsNothing() {
        assertThat(ComparisonKey.of(null).isEmpty()).isTrue();
        assertThat(ComparisonKey.of(" \u200B\u3000").isEmpty()).isTrue();
        assertThat(ComparisonKey.same("", null)).isFalse();
    }

    @Test
    void splitsWhatSomebodyLooksForIntoWords() {
        assertThat(ComparisonKey.words(" 楼道\u3000杂物 ３幢"))
                .extracting(ComparisonKey::value)
                .containsExactly("楼道", "杂物", "3幢");
        assertThat(ComparisonKey.words(null)).isEmpty();
        assertThat(ComparisonKey.of("5%_\\").pattern()).isEqualTo("%5\\%\\_\\\\%");
        assertThat(ComparisonKey.of("３幢").isIn(ComparisonKey.of("在 3 幢门口"))).isTrue();
    }
}
