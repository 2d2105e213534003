package org.qibu.matter.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.community.Persons;
import org.qibu.engine.FormRefused;
import org.qibu.engine.RowList;
import org.qibu.engine.RowList.Choice;
import org.qibu.engine.RowList.Kind;

/**
 * What nobody asked for was passed over in silence: a pasted column the list does not have was left out and “saved” was
 * said. Such a column is refused by its heading; one that is blank, or counts the rows, harms nothing. Words are read in
 * whatever writing they stand; what is not understood stays for the check.
 */
class PastedRowsTest {

    private static final RowList LIST = new RowList(
            "actions",
            "行动计划",
            List.of(
                    RowList.required("text", "做什么", Kind.TEXT),
                    RowList.optional("dueOn", "完成日期", Kind.DAY),
                    RowList.optional("budget", "预算", Kind.AMOUNT)));

    private final PastedRows pasted = new PastedRows(mock(Persons.class));

    private List<Object> read(String lines) {
        return pasted.read(LIST, lines, "HZ-AS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"做什么\t负责人\n清运\t王师傅", "负责人\t做什么\n王师傅\t清运", "做什么\t完成日期\t负责人\n清运\t\t\n移位\t2027-02-05\t王师傅"})
    void aColumnTheListDoesNotHaveIsRefusedByItsHeading(String lines) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("“行动计划”里没有“负责人”这样的列，请删去后再保存。");
    }

    @Test
    void aColumnWithoutAHeadingIsRefusedByItsPlace() {
        assertThatThrownBy(() -> read("做什么\t\n清运\t王师傅")).hasMessageContaining("没有“第 2 列”这样的列");
    }

    @Test
    void aBlankColumnAndOneThatCountsTheRowsAreLeftOut() {
        assertThat(read("序号\t做什么\t负责人\t完成日期\n1\t清运\t\t2027/2/5"))
                .containsExactly(Map.of("text", "清运", "dueOn", "2027-02-05"));
    }

    @Test
    void twoKnownHeadingsMakeALineOfHeadingsHoweverManyOthersThereAre() {
        assertThatThrownBy(() -> read("序号\t做什么\t负责人\t手机\t单位\t完成日期\t签名\n1\t清运\t王五\t138\t物业\t2027/2/5\t"))
                .hasMessageContaining("“手机”“单位”");
    }

    @Test
    void aCommaThatPartsNoThousandsIsNotTakenOut() {
        assertThat(read("做什么\t预算\n清运\t￥1,200.50元\n清运\t1,5\n清运\t12,00"))
                .extracting(row -> String.valueOf(((Map<?, ?>) row).get("budget")))
                .containsExactly("1200.50", "1,5", "12,00");
    }

    @Test
    void aCellBehindTheLastColumnIsLeftToTheCheckToRefuse() {
        assertThat(read("清运\t2027-02-05\t3600元\t王师傅"))
                .containsExactly(Map.of("text", "清运", "dueOn", "2027-02-05", "budget", "3600", "第 4 格", "王师傅"));
        assertThat(read("做什么\t预算\n清运\t3600\t王师傅"))
                .containsExactly(Map.of("text", "清运", "budget", "3600", "第 3 格", "王师傅"));
    }

    private static final RowList ATTENDANCE = new RowList(
            "attendance",
            "到会",
            List.of(
                    RowList.choice("role", "身份", true, new Choice("OWNER", "业主（本人）"), new Choice("PROXY", "代理人")),
                    RowList.optional("present", "到会", Kind.FLAG),
                    RowList.optional("on", "日期", Kind.DAY)));

    @Test
    void choicesFlagsAndDaysAreTheSameInAnyWriting() {
        var same = Map.of("role", "OWNER", "present", true, "on", "2027-02-05");
        assertThat(pasted.read(
                        ATTENDANCE,
                        "业主（本人）\t是\t2027-2-5\n业主(本人)\tＹＥＳ\t２０２７/２/５\n 业主 (本人)\t ＴＲＵＥ\t2027年2月5日\nowner\t１\t20270205",
                        ""))
                .containsExactly(same, same, same, same);
    }

    @Test
    void whatIsNotUnderstoodStays() {
        assertThat(pasted.read(ATTENDANCE, "业主\t可能\t2027-2-30", ""))
                .containsExactly(Map.of("role", "业主", "present", "可能", "on", "2027-2-30"));
    }
}
