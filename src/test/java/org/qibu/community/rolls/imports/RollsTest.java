package org.qibu.community.rolls.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.RoomsDatabase;
import org.qibu.community.rolls.BadRows;
import org.qibu.community.rolls.Decisions;
import org.qibu.community.rolls.Roll;
import org.qibu.community.rolls.RollKind;
import org.qibu.community.rolls.RollPlace;
import org.qibu.community.rolls.RollRefused;
import org.qibu.community.rolls.RollRegister;
import org.qibu.community.rolls.RollTables;
import org.qibu.community.rolls.RowFault;
import org.qibu.community.rolls.Zones;
import org.qibu.community.rolls.page.RollDrafts;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.reader.SheetReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RollsTest {

    private static final AtomicInteger COMMUNITIES = new AtomicInteger();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    private static final String OWNERS = "building,unit,room,partNo,area,ownerNo,ownerName,email,phone,developer\n";
    private static final String HOUSEHOLDS = "幢,单元,室号,户编号,户代表姓名,邮箱,电话\n";
    private static final String PEOPLE = "personNo,name,birthYear,email,phone,flags\n";

    private final JdbcClient database = JdbcClient.create(RoomsDatabase.source());
    private final RollTables tables = new RollTables(new JdbcTemplate(RoomsDatabase.source()));
    private final RollRegister register = new RollRegister(database, CLOCK);
    private final Rolls rolls = new Rolls(
            new SheetReader(),
            tables,
            register,
            new PersonCheck(new KnownPeople(database)),
            new Zones(database),
            new TransactionTemplate(new DataSourceTransactionManager(RoomsDatabase.source())),
            CLOCK);
    private final String community = "RO-" + COMMUNITIES.incrementAndGet();

    @BeforeEach
    void aCommunityWithoutRolls() {
        database.sql("insert into community (code, name, subdistrict) values (?, '名册社区', '名册街道')")
                .param(community)
                .update();
    }

    private RollPlace place(RollKind kind) {
        return place(kind, kind.isZoned() ? "hebin" : "");
    }

    private RollPlace place(RollKind kind, String zone) {
        return new RollPlace(kind, community, zone, "河滨花园");
    }

    private Roll bring(RollKind kind, String text) {
        return rolls.replace(place(kind), "a.csv", text.getBytes(StandardCharsets.UTF_8), "clerk");
    }

    private List<RowFault> faults(RollKind kind, String text) {
        return catchThrowableOfType(RollRefused.class, () -> bring(kind, text)).faults();
    }

    private List<String> places(List<RowFault> faults) {
        return faults.stream().map(fault -> fault.row() + " " + fault.field()).toList();
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table + " where community_code = ?")
                .param(community)
                .query(Long.class)
                .single();
    }

    @Test
    void oneOwnerWithTwoFlatsIsOneHeadAndAreasAddUpExactly() {
        var lines = new StringBuilder(OWNERS);
        for (int i = 1; i <= 12; i++) {
            var owner = i == 12 ? "O03" : "O%02d".formatted(i);
            lines.append("5,2,%d,5-2-%d,80.50,%s,业主%s,,,否\n".formatted(i, i, owner, owner));
        }
        var roll = bring(RollKind.OWNERS, lines.toString());

        assertThat(roll)
                .extracting(Roll::rows, Roll::heads, Roll::totalArea, Roll::area)
                .containsExactly(12, 11, 96600L, "966.00");
        assertThat(count("exclusive_part")).isEqualTo(12);
        assertThat(count("person")).isEqualTo(11);
        assertThat(database.sql("select name from building_zone where community_code = ? and code = 'hebin'")
                        .param(community)
                        .query(String.class)
                        .single())
                .isEqualTo("河滨花园");
        assertThat(rolls.present(place(RollKind.OWNERS))).contains(roll);
    }

    @Test
    void hundredthsThatBinaryNumbersCannotHoldStayExact() {
        var roll = bring(RollKind.OWNERS, OWNERS + """
                1,1,101,A1,0.1,O1,甲,,,
                1,1,102,A2,0.20,O2,乙,,,
                1,1,103,A3,70.290,O3,丙,,,
                """);

        assertThat(roll.totalArea()).isEqualTo(7059);
        assertThat(rolls.content(place(RollKind.OWNERS)).entries())
                .extracting(entry -> entry.get("area"))
                .containsExactly("0.10", "0.20", "70.29");
    }

    @Test
    void namesEveryBadRowAtOnceAndImportsNone() {
        bring(RollKind.OWNERS, OWNERS + "1,1,101,A1,80,O1,甲,,,\n");
        var faults = faults(RollKind.OWNERS, OWNERS + """
                1,1,101,A1,80.555,O1,甲,,,
                ,1,102,A2,0,O2,乙,,,也许

                1,1,103,A3,-5,O3,,a@b@c,电话,
                1,1,104,A4,90,O4,丁,,,
                """);

        assertThat(places(faults))
                .containsExactly(
                        "2 area", "3 building", "3 area", "3 developer", "5 area", "5 ownerName", "5 email", "5 phone");
        assertThat(faults.get(0).message()).contains("最多两位小数");
        assertThat(faults.get(0).value()).isEqualTo("80.555");
        assertThat(count("exclusive_part")).isEqualTo(1);
        assertThat(count("roll")).isEqualTo(1);
        assertThat(count("person")).isEqualTo(1);
    }

    @Test
    void explainsTwoHundredFaultsAndNamesEveryBadRow() {
        var table = OWNERS + "1,1,1,A0,80,O1,甲,,,\n" + "1,1,1,A,x,O1,甲,,,\n".repeat(300)
                + "1,1,2,B,80,O1,甲,,,\n,1,3,C,80,O1,甲,,,\n";
        var refused = catchThrowableOfType(RollRefused.class, () -> bring(RollKind.OWNERS, table));
        assertThat(refused.faults()).hasSize(200);
        assertThat(refused.rows()).isEqualTo("3—302、304");
        assertThat(refused).hasMessageContaining("600 处");
    }

    @Test
    void neighbouringRowsAreNamedTogether() {
        assertThat(BadRows.of(List.of())).isEmpty();
        assertThat(BadRows.of(Stream.of(9, 2, 5, 6, 2, 11, 12, 13)
                        .map(row -> new RowFault(row, "area", "", ""))
                        .toList()))
                .isEqualTo("2、5、6、9、11—13");
    }

    @Test
    void coOwnersNameOneOfThem() {
        var faults = faults(RollKind.OWNERS, OWNERS + """
                1,1,101,A1,80,O1,甲,,,
                1,1,102,A2,80,O2,乙,,,
                1,1,101,A1,80,O3,丙,,,
                1,1,102,A2,80,O2,乙,,,
                """);

        assertThat(places(faults)).containsExactly("4 partNo", "5 partNo");
        assertThat(faults.get(0).message()).contains("第 2 行和第 4 行", "推选一人行使表决权");
        assertThat(faults.get(1).message()).contains("与第 3 行重复");
    }

    @Test
    void anOwnerSpeaksWithOneVoiceAndThereIsOneDeveloper() {
        var faults = faults(RollKind.OWNERS, OWNERS + """
                1,1,101,A1,80,O1,甲,,,
                1,1,102,A2,80,O1,乙,,,
                1,1,103,A3,80,D1,开发公司,,,是
                1,1,104,A4,80,D2,开发集团,,,true
                1,1,105,A5,80,D1,开发公司,,,否
                """);

        assertThat(places(faults)).containsExactly("3 ownerName", "5 ownerNo", "6 developer");
        assertThat(faults.get(1).message()).contains("第 4 行用的是 D1");
    }

    @Test
    void anImportReplacesTheRollAndKeepsThePeople() {
        bring(RollKind.OWNERS, OWNERS + "1,1,101,A1,80,O1,甲,a@qibu.example,13800000001,\n1,1,102,A2,80,O2,乙,,,\n");
        bring(RollKind.OWNERS, OWNERS + "1,1,101,A1,81,O1,甲,,139 0000 0001,\n");

        assertThat(count("exclusive_part")).isEqualTo(1);
        assertThat(count("person")).isEqualTo(2);
        assertThat(rolls.content(place(RollKind.OWNERS)).entries())
                .singleElement()
                .satisfies(entry -> assertThat(List.of(
                                entry.get("area"), entry.get("ownerName"), entry.get("email"), entry.get("phone")))
                        .containsExactly("81.00", "甲", "", "13900000001"));
        assertThat(database.sql("select email || phone from person where community_code = ? and person_no = 'O1'")
                        .param(community)
                        .query(String.class)
                        .single())
                .isEqualTo("a@qibu.example13900000001");
    }

    @Test
    void theHashTellsContentFromContentAndNothingElse() {
        var first = bring(RollKind.HOUSEHOLDS, HOUSEHOLDS + "1,1,101,H1,甲,,\n1,1,102,H2,乙,,\n");
        var moved = bring(RollKind.HOUSEHOLDS, HOUSEHOLDS + "1,1,102,H2,乙,,\n\n1,1,101,H1,甲,,\n");
        var other = bring(RollKind.HOUSEHOLDS, HOUSEHOLDS + "1,1,101,H1,甲,,\n1,1,103,H2,乙,,\n");

        assertThat(moved.sha256()).isEqualTo(first.sha256()).hasSize(64);
        assertThat(other.sha256()).isNotEqualTo(first.sha256());
        assertThat(rolls.content(place(RollKind.HOUSEHOLDS)).sha256()).isEqualTo(other.sha256());
    }

    @Test
    void aHouseholdNumberBelongsToOneZone() {
        rolls.replace(
                place(RollKind.HOUSEHOLDS, "one"),
                "",
                (HOUSEHOLDS + "1,1,101,H1,甲,,\n").getBytes(StandardCharsets.UTF_8),
                "clerk");

        assertThat(faults(RollKind.HOUSEHOLDS, HOUSEHOLDS + "1,1,101,H1,甲,,\n"))
                .singleElement()
                .extracting(RowFault::message)
                .isEqualTo("户编号 H1 已用于“河滨花园”，同一社区内不能重复。");
    }

    @Test
    void residentsNeedAYearOfBirthAndRepresentativesDoNot() {
        assertThat(places(faults(
                        RollKind.RESIDENTS, PEOPLE + "P1,甲,,,,\nP2,乙,2027,,,\nP3,丙,1980,,," + "长".repeat(101) + "\n")))
                .containsExactly("2 birthYear", "3 birthYear", "4 flags");
        assertThatThrownBy(() -> bring(RollKind.RESIDENTS, "personNo,name\nP1,甲\n"))
                .isInstanceOf(SheetRefused.class)
                .hasMessageContaining("出生年份");

        bring(RollKind.RESIDENTS, PEOPLE + "P1,甲,1980,,,\nP2,乙,2015,,,\n");
        var roll = bring(RollKind.REPRESENTATIVES, "personNo,name\nP1,甲\n");

        assertThat(roll.heads()).isEqualTo(1);
        assertThat(database.sql("select kind || person_no from roll_member where community_code = ? order by 1")
                        .param(community)
                        .query(String.class)
                        .list())
                .containsExactly("representativesP1", "residentsP1", "residentsP2");
        assertThat(database.sql("select birth_year from person where community_code = ? and person_no = 'P1'")
                        .param(community)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1980);
    }

    @Test
    void anEmptyTableNeverWipesARoll() {
        bring(RollKind.COUNCIL, "personNo,name\nP1,甲\n");

        assertThatThrownBy(() -> bring(RollKind.COUNCIL, "personNo,name\n\n")).isInstanceOf(SheetRefused.class);
        assertThat(count("roll_member")).isEqualTo(1);
    }

    @Test
    void thePreviewSaysWhatChangesAndChangesNothing() {
        bring(RollKind.OWNERS, OWNERS + "1,1,101,A1,80,O1,甲,,,\n1,1,102,A2,80,O2,乙,,,\n");
        var preview = rolls.preview(
                place(RollKind.OWNERS),
                "b.csv",
                (OWNERS + "1,1,101,A1,80.01,O1,甲,,,\n1,1,103,A3,80,O3,丙,,,\n").getBytes(StandardCharsets.UTF_8),
                "");

        assertThat(preview.faults()).isEmpty();
        assertThat(preview.changes().added())
                .extracting(entry -> entry.get("partNo"))
                .containsExactly("A3");
        assertThat(preview.changes().removed())
                .extracting(entry -> entry.get("partNo"))
                .containsExactly("A2");
        assertThat(preview.changes().changed())
                .containsExactly(new Changes.Change("A1", "专有部分面积（㎡）", "80.00", "80.01"));
        assertThat(count("exclusive_part")).isEqualTo(2);
    }

    @Test
    void whatWasLookedAtIsImportedOnlyWhileTheSameRollIsInForce() {
        var first = bring(RollKind.COUNCIL, "personNo,name\nP1,甲\n");
        var file = "personNo,name\nP2,乙\n".getBytes(StandardCharsets.UTF_8);
        var place = place(RollKind.COUNCIL);

        assertThatThrownBy(() -> rolls.replaceIfStill(null, place, "", file, "clerk", Decisions.NONE))
                .hasMessageContaining("已被更新");
        assertThat(rolls.replaceIfStill(first.id(), place, "", file, "clerk", Decisions.NONE)
                        .rows())
                .isEqualTo(1);
    }

    @Test
    void aDraftIsKeptForItsAccountAndForAnHour() {
        var drafts = new RollDrafts(database, CLOCK);
        var draft = drafts.keep(place(RollKind.COUNCIL), "a.csv", new byte[] {1, 2}, null, "clerk" + community);
        var later = new RollDrafts(database, Clock.offset(CLOCK, java.time.Duration.ofHours(1)));

        assertThat(drafts.find(draft.id(), "clerk" + community)).get().satisfies(found -> {
            assertThat(found.content()).containsExactly(1, 2);
            assertThat(found.place().community()).isEqualTo(community);
        });
        assertThat(drafts.find(draft.id(), "head")).isEmpty();
        assertThat(later.find(draft.id(), "clerk" + community)).isEmpty();
        drafts.keep(place(RollKind.OWNERS), "b.csv", new byte[] {3}, null, "clerk" + community);
        assertThat(drafts.find(draft.id(), "clerk" + community)).isEmpty();
    }
}
