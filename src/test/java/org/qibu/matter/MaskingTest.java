package org.qibu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    private static final List<String> NAMES = List.of("王建国", "王建", "沈巧云", "欧阳明", "Maria Lopez");

    @ParameterizedTest
    @CsvSource({"王建国反映异味, 王某某反映异味", "王建和王建国都同意, 王某某和王某某都同意", "欧阳明主持, 欧阳某某主持", "Maria Lopez 发言, M** 发言"})
    void leavesOnlyTheSurname(String text, String published) {
        assertThat(Masking.hide(text, NAMES)).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({
        "5幢2单元301室漏水, 5幢2单元某室漏水",
        "5 幢 2 单元 301 漏水, 5 幢2 单元某室 漏水",
        "3号楼1202户, 3号楼某室",
        "12栋1104室门口, 12栋某室门口",
        "住在 602 室, 住在 某室",
        "5-2-301 楼上, 5-2-某室 楼上"
    })
    void leavesTheBuildingButNotTheHome(String text, String published) {
        assertThat(Masking.hide(text, NAMES)).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({
        "请打13857200417联系, 请打＊＊＊联系",
        "请打 138-5720-0417 联系, 请打 ＊＊＊ 联系",
        "固话0572-2031234, 固话＊＊＊",
        "发到 shen.qy@qibu.example 即可, 发到 ＊＊＊ 即可",
        "身份证330501198001011234不公开, 身份证＊＊＊不公开",
        "微信：qibu_2026, 微信＊＊＊"
    })
    void leavesNoContactData(String text, String published) {
        assertThat(Masking.hide(text, NAMES)).isEqualTo(published);
    }

    @Test
    void leavesDaysNumbersAndMoneyAlone() {
        var text = "2026-12-24 开工，2026年12月24日验收，编号 HZ-AS-2026-0017，费用 48600.00 元，36 户，3 幢楼";

        assertThat(Masking.hide(text, NAMES)).isEqualTo(text);
    }

    @Test
    void takesNeitherAKindOfPersonNorABodyForAName() {
        var names = Arrays.asList("居民", "爱山社区", "湖州吴兴爱山城建开发有限公司", "", null);

        assertThat(Masking.hide("居民向爱山社区反映，湖州吴兴爱山城建开发有限公司已到场", names)).isEqualTo("居民向爱山社区反映，湖州吴兴爱山城建开发有限公司已到场");
    }

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
        assertThat(Masking.numbers(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "买买提·吐尔逊反映异味, 买某某反映异味",
        "买买提•吐尔逊也同意, 买某某也同意",
        "买买提说可以, 买某某说可以",
        "王䶮不同意, 王某某不同意",
        "䶮老师到场, 䶮老师到场",
        "𬭎某到场, 𬭎某到场",
        "𬭎英和李𬭎都来了, 𬭎某某和李某某都来了"
    })
    void knowsMinorityAndRareNamesAndLeavesASingleSign(String text, String published) {
        var names = List.of("买买提·吐尔逊", "王䶮", "䶮", "𬭎", "𬭎英", "李𬭎");

        assertThat(Masking.hide(text, names)).isEqualTo(published);
    }

    @Test
    void findsNothingQuicklyInALongTextWithoutAnAddress() {
        assertThat(Masking.numbers("a".repeat(100_000))).hasSize(100_000);
    }
}
