package org.qibu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.calendar.YearList.Fault;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.reader.SheetReader;

/** A year's list as it may be sent: the notice itself, rows, or a table. */
class YearListTest {

    /** The notice on the holidays of 2026, as published. */
    private static final String NOTICE = """
            经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
            一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
            二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
            三、清明节：4月4日（周六）至6日（周一）放假，共3天。
            四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
            五、端午节：6月19日（周五）至21日（周日）放假，共3天。
            六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
            七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
            节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
            """;

    private final YearReader reader = new YearReader(new SheetReader());
    private final PublishedHolidays published = new PublishedHolidays();

    @Test
    void theNoticeOfAYearIsReadAsItIsPublished() {
        var list = reader.text(2026, NOTICE);
        assertThat(list.faults()).isEmpty();
        assertThat(days(list.days())).isEqualTo(days(published.of(2026)));
        assertThat(list.days()).contains(new KeptDay(LocalDate.of(2026, 9, 20), true, "国庆节"));
    }

    @Test
    void theNoticeAsOneParagraphNamesTheSameHolidays() {
        var list = reader.text(2026, NOTICE.replace("\n", ""));
        assertThat(list).isEqualTo(reader.text(2026, NOTICE));
        assertThat(list.days()).extracting(KeptDay::name).contains("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节");
        assertThat(reader.text(2026, NOTICE.replace("。", "，").replace("，二、", "。二、"))
                        .faults())
                .isEmpty();
    }

    @Test
    void daysOffAndDaysWorkedMayStandInOneSentence() {
        var list = reader.text(2026, "1.元旦：1月1日（周四）至3日（周六）放假调休，共3天，1月4日（周日）上班；2.国庆节、中秋节：10月1日到8日放假，共8天");
        assertThat(list.faults()).isEmpty();
        assertThat(list.days())
                .hasSize(12)
                .contains(
                        new KeptDay(LocalDate.of(2026, 1, 3), false, "元旦"),
                        new KeptDay(LocalDate.of(2026, 1, 4), true, "元旦"),
                        new KeptDay(LocalDate.of(2026, 10, 8), false, "国庆节、中秋节"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            元旦：1月1日至3日放假。1月4日照常。                   | 1月4日照常。 | 看不出这些天是放假还是上班，请写明。
            元旦：1月1日至3日放假，共4天。                        | 1月1日至3日放假，共4天。 | 写的是共 4 天，读出的是 3 天，请核对。
            元旦：1月1日（周四）至3日放假。                       | 1月1日(周四)至3日放假。 | 2027-01-01 是星期五，通知里写的是“周四”，请核对年份。
            元旦：13月1日放假。                                   | 13月1日放假。 | “13月1日”不是日期，请核对。
            1月1日放假。春节：2月6日放假。                        | 1月1日放假 | 看不出是哪个节日，请写成“元旦：1月1日至3日放假。”的样子。
            元旦：1月1日放假。另外说明：2月6日放假。              | 2月6日放假 | 看不出是哪个节日，请写成“元旦：1月1日至3日放假。”的样子。
            """)
    void whatANoticeSaysAndIsNotUnderstoodIsRefusedAtItsPlace(String text, String value, String message) {
        assertThat(reader.text(2027, text).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(1);
            assertThat(fault.value().replace(',', '，')).isEqualTo(value);
            assertThat(fault.message()).isEqualTo(message);
        });
    }

    @Test
    void daysInCellsOfAFileAreTheDaysPeopleSee() throws IOException {
        try (var file = getClass().getResourceAsStream("/sheets/holidays-as-dates.xlsx")) {
            var list = reader.file(2027, "2027.xlsx", file.readAllBytes());
            assertThat(list.faults()).isEmpty();
            assertThat(list.reading()).isEqualTo("读取的是“Sheet1”。");
            assertThat(list.days())
                    .hasSize(8)
                    .startsWith(new KeptDay(LocalDate.of(2027, 2, 5), false, "春节"))
                    .endsWith(new KeptDay(LocalDate.of(2027, 2, 14), true, "春节"));
        }
        assertThat(reader.text(2027, "2027-01-01 休 元\uE863旦").faults())
                .extracting(Fault::message)
                .containsExactly("这一行有无法识别的字，请改用标准汉字。");
    }

    private static List<String> days(List<KeptDay> days) {
        return days.stream().map(day -> day.day() + " " + day.working()).toList();
    }

    @Test
    void theKeptLibraryKnowsTheYearsUpToThisOneAndNoneToCome() {
        assertThat(published.yearsUpTo(2029)).startsWith(2002).endsWith(2026).hasSize(25);
        assertThat(published.of(2001)).isEmpty();
        assertThat(published.knows(2027)).isFalse();
        var calendar = new WorkingCalendar(
                published.of(2026).stream().collect(Collectors.toMap(KeptDay::day, KeptDay::working)));
        assertThat(calendar.afterDays(LocalDate.of(2026, 9, 28), 7)).isEqualTo("2026-10-08");
        assertThat(calendar.afterWorkingDays(LocalDate.of(2026, 9, 18), 2)).isEqualTo("2026-09-21");
    }

    @Test
    void aNoticeMayReachBackIntoDecemberAndAcrossMonths() {
        var list = reader.text(2028, "一、元旦：2027年12月31日（周五）至2028年1月2日（周日）放假。\n二、春节：1月29日至2月4日放假调休，共7天。");
        assertThat(list.faults()).isEmpty();
        assertThat(list.days())
                .hasSize(10)
                .contains(
                        new KeptDay(LocalDate.of(2027, 12, 31), false, "元旦"),
                        new KeptDay(LocalDate.of(2028, 2, 4), false, "春节"));
    }

    @Test
    void rowsArePastedWithOrWithoutAHeading() {
        var plain = reader.text(2027, "2027-01-01 休 元旦\n\n2027/1/3,班,元旦\n2027年2月6日\t休\n");
        var headed = reader.text(2027, "日期\t类型\t名称\n2027-01-01\t放假\t元旦\n2027-01-03\t上班\t元旦\n2027-02-06\t休\t\n");
        assertThat(plain.faults()).isEmpty();
        assertThat(plain.days())
                .containsExactly(
                        new KeptDay(LocalDate.of(2027, 1, 1), false, "元旦"),
                        new KeptDay(LocalDate.of(2027, 1, 3), true, "元旦"),
                        new KeptDay(LocalDate.of(2027, 2, 6), false, ""));
        assertThat(headed).isEqualTo(plain);
        assertThat(reader.text(2027, YearReader.write(plain.days()))).isEqualTo(plain);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            2027-02-30 休 春节 | 日期“2027-02-30”无效，请写成 2027-01-01 的样子。
            元旦 休            | 日期“元旦”无效，请写成 2027-01-01 的样子。
            2026-12-24 休 元旦 | 2026-12-24 不在 2027 年。
            2028-01-01 休 元旦 | 2028-01-01 不在 2027 年。
            2027-01-01 假 元旦 | “假”看不懂，请写“休”或“班”。
            2027-05-10 班      | 2027-05-10 是星期一，本来就上班，请核对日期。
            """)
    void eachRowThatCannotBeTakenIsNamed(String row, String sentence) {
        var list = reader.text(2027, "2027-10-01 休 国庆节\n" + row);
        assertThat(list.faults()).containsExactly(new Fault(2, row.strip(), sentence));
        assertThat(list.days()).hasSize(1);
    }

    @Test
    void theNameMayStandBeforeTheKind() {
        assertThat(reader.text(2027, "2027-01-01 元旦 休\n2027-02-20 春节 班"))
                .isEqualTo(reader.text(2027, "2027-01-01 休 元旦\n2027-02-20 班 春节"))
                .satisfies(list -> assertThat(list.faults()).isEmpty());
    }

    @Test
    void aDayStandsInAListOnce() {
        assertThat(reader.text(2027, "2027-10-01 休 国庆节\n2027-10-01 休 中秋节").faults())
                .extracting(Fault::message)
                .containsExactly("2027-10-01 出现了两次。");
        assertThatThrownBy(() -> reader.file(2027, "x.csv", "日期,名称\n2027-01-01,元旦\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SheetRefused.class);
    }

    @Test
    void everyCellThatCannotBeReadIsNamedAndSoIsEveryDayThatIsWrong() {
        var rows = new StringBuilder("日期,类型,名称\n2027-01-01,休,元旦\n");
        for (int i = 0; i < 12; i++) {
            rows.append("2027-02-0").append(i % 9 + 1).append(",休,春\uE000节\n");
        }
        rows.append("2027-13-01,休,元旦\n");
        var list = reader.file(2027, "a.csv", rows.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(list.days()).extracting(KeptDay::day).containsExactly(LocalDate.of(2027, 1, 1));
        assertThat(list.faults()).hasSize(13).extracting(Fault::row).doesNotHaveDuplicates();
        assertThat(list.faults().get(0).message()).isEqualTo("第 3 行“名称”有无法识别的字，请改用标准汉字。");
        assertThat(list.faults().get(12).message()).startsWith("日期“2027-13-01”无效");
    }
}
