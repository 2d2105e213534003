package org.qibu.matter.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "请打13857200417找我, 请打***找我",
        "电话138-5720-0417。, 电话***。",
        "座机0572-2200101转3, 座机***转3",
        "身份证33050119800101123X的人, 身份证***的人",
        "写信到 wang.wu@mail.example.cn 即可, 写信到 *** 即可",
        "编号 HZ-AS-2026-0017 于2026年11月22日, 编号 HZ-AS-2026-0017 于2026年11月22日",
        "维修资金 200000.00 元, 维修资金 200000.00 元"
    })
    void starsOutNumbersOfPersonsAndNothingElse(String text, String masked) {
        assertThat(Masking.mask(text)).isEqualTo(masked);
    }
}
