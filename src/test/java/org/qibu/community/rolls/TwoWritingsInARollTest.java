package org.qibu.community.rolls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.community.rolls.imports.RollCheck;
import org.qibu.sheets.SheetRow;
import org.qibu.sheets.SheetTable;
import org.qibu.sheets.reader.SheetReader;

/** One thing written two ways within a roll is refused with both writings or is one; what people tell apart stays two. */
class TwoWritingsInARollTest {

    private static final List<String> OWNER =
            List.of("building", "unit", "room", "partNo", "area", "ownerNo", "ownerName", "email", "phone");

    private static RollCheck check(String file) {
        try (InputStream content = TwoWritingsInARollTest.class.getResourceAsStream("/rolls/" + file)) {
            var table = new SheetReader().look(file, content.readAllBytes(), RollKind.OWNERS.columns());
            return new RollCheck(RollKind.OWNERS, 2026, Decisions.NONE).take(table);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RollCheck owners(String... rows) {
        return new RollCheck(RollKind.OWNERS, 2026, Decisions.NONE)
                .take(new SheetTable(
                        IntStream.range(0, rows.length)
                                .mapToObj(i -> new SheetRow(i + 2, cells(rows[i])))
                                .toList(),
                        "",
                        List.of()));
    }

    private static Map<String, String> cells(String row) {
        var texts = row.split(",", -1);
        return IntStream.range(0, texts.length)
                .boxed()
                .collect(java.util.stream.Collectors.toMap(OWNER::get, i -> texts[i]));
    }

    private static List<String> said(RollCheck check) {
        return check.faults().stream()
                .map(fault -> fault.row() + " " + fault.field() + " " + fault.message())
                .toList();
    }

    @Test
    void oneOwnerInFullAndHalfWidthIsNeverTwoHeads() {
        assertThat(said(check("P08a-owner-fullwidth.xlsx")))
                .anySatisfy(sentence ->
                        assertThat(sentence).contains("业主编号“", "看上去相同，请写成一样。").contains("Ｏ００１", "O001"));
    }

    @Test
    void aNameWithAnotherMiddleDotIsTheSameName() {
        assertThat(said(check("P14-names.xlsx"))).isEmpty();
    }

    @Test
    void twoPeopleOfOneNameStayTwo() {
        var check = check("P14b-names-ok.xlsx");
        assertThat(said(check)).isEmpty();
        assertThat(check.content().heads()).isEqualTo(check.content().rows());
    }

    @Test
    void everyAddressNoMailReachesIsNamedByItsRow() {
        assertThat(check("P15-emails.xlsx").faults())
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(fault -> {
                    assertThat(fault.field()).isEqualTo("email");
                    assertThat(fault.message()).isEqualTo("“邮箱”收不到信，请检查（句号要用英文点）。");
                });
    }

    @Test
    void aShopHasNoUnit() {
        assertThat(said(check("P16a-shop-no-unit.xlsx"))).isEmpty();
        assertThat(said(check("P00-control.xlsx"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ownerNo, O-001, Ｏ－００１",
        "ownerNo, O-001, o-001",
        "ownerNo, O-001, O—001",
        "ownerNo, O-001, O–001",
        "building, 3幢, ３幢",
        "unit, 甲, 甲",
        "room, 3A, 3a",
        "room, A-1, A－1"
    })
    void anotherWritingIsRefusedWithBoth(String column, String first, String second) {
        var place = OWNER.indexOf(column);
        var one = Stream.of("3幢", "甲", "3A", "P-1", "80", "O-001", "买买提·吐尔逊", "", "")
                .toArray(String[]::new);
        var other = Stream.of("3幢", "甲", "3A", "P-2", "80", "O-001", "买买提•吐尔逊", "", "")
                .toArray(String[]::new);
        one[place] = first;
        other[place] = second;
        var faults = said(owners(String.join(",", one), String.join(",", other)));
        if (first.equals(second)) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults)
                    .containsExactly("3 " + column + " " + RollKind.OWNERS.label(column) + "“" + second + "”与第 2 行“"
                            + first + "”看上去相同，请写成一样。");
        }
    }

    @Test
    void aPartInTwoWritingsIsOnePart() {
        assertThat(said(owners("1,1,101,p-1,80,O1,甲,,", "1,1,102,Ｐ－１,80,O2,乙,,")))
                .containsExactly("3 partNo 专有部分编号“Ｐ－１”与第 2 行“p-1”看上去相同，请写成一样。");
    }

    @Test
    void roomsOfTheSameNumberInOtherBuildingsStayTwo() {
        assertThat(said(owners("1,1,3A,P1,80,O1,甲,,", "2,1,3a,P2,80,O2,乙,,"))).isEmpty();
    }

    @Test
    void whatAnOwnerSaysTwiceIsTheSameOrRefused() {
        assertThat(said(owners(
                        "1,1,101,P1,80,O1,甲,a@qibu.example,138 0000 0001",
                        "1,1,102,P2,80,O1,甲,A@qibu.example,+86 13800000001",
                        "1,1,103,P3,80,O1,甲,,")))
                .isEmpty();
        assertThat(said(owners(
                        "1,1,101,P1,80,O1,甲,a@qibu.example,13800000001",
                        "1,1,102,P2,80,O1,甲,b@qibu.example,13800000002")))
                .containsExactly("3 email 业主 O1 的邮箱与第 2 行不一致。", "3 phone 业主 O1 的电话与第 2 行不一致。");
    }

    @Test
    void aPrefixMakesNoOneOfTwoNumbers() {
        var rows = List.of(
                new SheetRow(2, cells("1,1,101,A1,80,O001,张三,,")),
                new SheetRow(3, cells("1,1,102,A2,80,xa-O001,张三,,")),
                new SheetRow(4, cells("1,1,103,A3,80,O001,张三,,")));
        var check = new RollCheck(RollKind.OWNERS, 2026, new Decisions("xa-", Set.of()))
                .take(new SheetTable(rows, "", List.of()));
        assertThat(said(check)).containsExactly("3 ownerNo “xa-O001”和第 2 行的“O001”加上“xa-”以后成了同一个编号，请在表里改好再导入。");
    }
}
