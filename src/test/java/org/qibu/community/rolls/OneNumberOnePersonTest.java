package org.qibu.community.rolls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qibu.RoomsDatabase;
import org.qibu.community.Person;
import org.qibu.community.Persons;
import org.qibu.community.rolls.imports.KnownPeople;
import org.qibu.community.rolls.imports.PersonCheck;
import org.qibu.community.rolls.imports.Rolls;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.reader.SheetReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A number used again is never taken for the person who has it: in any pair of lists the second name is refused with
 * both names and nothing of the first moves, unless somebody decided that the person was renamed.
 */
class OneNumberOnePersonTest {

    private static final AtomicInteger COMMUNITIES = new AtomicInteger();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    private static final String OWNERS = "building,unit,room,partNo,area,ownerNo,ownerName,email,phone,developer\n";
    private static final String HOUSEHOLDS = "building,unit,room,householdNo,headName,email,phone\n";
    private static final String PEOPLE = "personNo,name,birthYear,email,phone,flags\n";

    /** A list people stand in: a roll, or the member pool. */
    private record Register(RollKind kind, String zone) {

        String file(String number, String name, String phone) {
            return switch (kind) {
                case OWNERS ->
                    OWNERS + "1,1,101,A1,80,%s,%s,%s@qibu.example,%s,\n".formatted(number, name, zone, phone);
                case HOUSEHOLDS -> HOUSEHOLDS + "1,1,101,%s,%s,,%s\n".formatted(number, name, phone);
                default -> PEOPLE + "%s,%s,1980,,%s,\n".formatted(number, name, phone);
            };
        }

        @Override
        public String toString() {
            return kind + zone;
        }
    }

    private static final List<Register> LISTS = List.of(
            new Register(RollKind.OWNERS, "xa"),
            new Register(RollKind.OWNERS, "xc"),
            new Register(RollKind.HOUSEHOLDS, "xa"),
            new Register(RollKind.RESIDENTS, ""),
            new Register(RollKind.REPRESENTATIVES, ""),
            new Register(RollKind.COUNCIL, ""));

    private final JdbcClient database = JdbcClient.create(RoomsDatabase.source());
    private final Persons persons = persons();
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
    private final String community = "OP-" + COMMUNITIES.incrementAndGet();

    private static Persons persons() {
        try {
            var made = Persons.class.getDeclaredConstructor(JdbcClient.class);
            made.setAccessible(true);
            return made.newInstance(JdbcClient.create(RoomsDatabase.source()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void aCommunityWithoutRolls() {
        database.sql("insert into community (code, name, subdistrict) values (?, '名册社区', '名册街道')")
                .param(community)
                .update();
    }

    static Stream<Arguments> pairs() {
        return LISTS.stream()
                .flatMap(one -> LISTS.stream()
                        .filter(other -> !(one.kind() == RollKind.HOUSEHOLDS && other.equals(one)))
                        .map(other -> Arguments.of(one, other)));
    }

    static Stream<Arguments> lists() {
        return LISTS.stream().map(Arguments::of);
    }

    private RollPlace place(Register list) {
        return new RollPlace(list.kind(), community, list.zone(), "");
    }

    private Roll bring(Register list, String file, Decisions decisions) {
        return rolls.replace(place(list), "a.csv", bytes(file), "clerk", decisions);
    }

    private Roll bring(Register list, String file) {
        return bring(list, file, Decisions.NONE);
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private List<RowFault> faults(Register list, String file) {
        return catchThrowableOfType(RollRefused.class, () -> bring(list, file)).faults();
    }

    private List<Map<String, Object>> everything() {
        var rows = new ArrayList<Map<String, Object>>();
        for (var table : List.of("person", "exclusive_part", "household", "roll_member", "roll", "building_zone")) {
            rows.addAll(database.sql("select * from " + table + " where community_code = ? order by 1, 2, 3")
                    .param(community)
                    .query()
                    .listOfRows());
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anotherNameIsRefusedWithBothNamesAndNothingMoves(Register one, Register other) {
        bring(one, one.file("Y001", "郭一舟", "13911110001"));
        var before = everything();

        var faults = faults(other, other.file("Y001", "范三元", "13922220002"));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(2);
            assertThat(fault.field()).isEqualTo(other.kind().nameColumn());
            assertThat(fault.message())
                    .startsWith(other.kind().label(other.kind().headColumn()) + " Y001 在")
                    .contains("是郭一舟，这里是范三元；不是同一个人请换编号，同一个人改名请勾选“改名”。");
        });
        assertThat(everything()).isEqualTo(before);
        assertThat(rolls.preview(place(other), "b.csv", bytes(other.file("Y001", "范三元", "")), "")
                        .renames())
                .extracting(Rename::before, Rename::after)
                .containsExactly(tuple("郭一舟", "范三元"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theSameNameIsTheSamePersonWithANewTelephone(Register one, Register other) {
        var first = bring(one, one.file("Y001", "买买提·吐尔逊", "13911110001"));
        bring(other, other.file("Y001", "买买提•吐尔逊", "139 2222 0002"));

        assertThat(database.sql("select name || ' ' || phone from person where community_code = ?")
                        .param(community)
                        .query(String.class)
                        .list())
                .containsExactly("买买提·吐尔逊 13922220002");
        if (!one.equals(other)) {
            assertThat(tables.read(place(one)).sha256()).isEqualTo(first.sha256());
        }
        assertThat(tables.read(place(other)).sha256())
                .isEqualTo(register.present(place(other)).orElseThrow().sha256());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aDecidedRenameHoldsInEveryRollAndIsNotedThere(Register one, Register other) {
        bring(one, one.file("Y001", "郭一舟", "13911110001"));
        bring(other, other.file("Y001", "郭逸舟", ""), new Decisions("", Set.of("Y001")));

        for (var list : List.of(one, other)) {
            var content = tables.read(place(list));
            assertThat(content.entries())
                    .extracting(entry -> entry.get(list.kind().nameColumn()))
                    .containsExactly("郭逸舟");
            assertThat(register.present(place(list)).orElseThrow().sha256()).isEqualTo(content.sha256());
        }
        assertThat(persons.find(community, "Y001")).map(Person::name).contains("郭逸舟");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void whoStandsInTheMemberPoolKeepsTheNumber(Register list) {
        persons.add(person("Y001", "郭一舟"));

        assertThat(faults(list, list.file("Y001", "范三元", "")))
                .singleElement()
                .extracting(RowFault::message)
                .asString()
                .contains("在本社区是郭一舟，这里是范三元");
        assertThat(persons.find(community, "Y001")).map(Person::name).contains("郭一舟");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void theMemberPoolTakesNoNumberOfAList(Register list) {
        bring(list, list.file("Y001", "郭一舟", ""));

        assertThatThrownBy(() -> persons.add(person("Y001", "范三元")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("郭一舟")
                .hasMessageContaining("范三元");
        assertThatThrownBy(() -> persons.add(person("ｙ００１", "郭一舟"))).isInstanceOf(IllegalStateException.class);
        persons.add(person("Y001", "郭一舟"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anotherWritingOfAKnownNumberIsRefusedWithBothWritings(Register one, Register other) {
        bring(one, one.file("Y001", "郭一舟", ""));

        for (var writing : List.of("Ｙ００１", "y001")) {
            assertThat(faults(other, other.file(writing, "郭一舟", "")))
                    .anySatisfy(fault ->
                            assertThat(fault.message()).contains("“" + writing + "”", "“Y001”", "郭一舟", "看上去相同，请写成一样。"));
        }
    }

    @Test
    void theSentenceSaysWhereTheNumberStands() {
        bring(LISTS.get(0), LISTS.get(0).file("Y001", "郭一舟", ""));

        assertThat(faults(LISTS.get(1), LISTS.get(1).file("Y001", "范三元", ""))
                        .get(0)
                        .message())
                .isEqualTo("业主编号 Y001 在“xa”小区是郭一舟，这里是范三元；不是同一个人请换编号，同一个人改名请勾选“改名”。");
        assertThat(faults(LISTS.get(5), LISTS.get(5).file("Y001", "范三元", ""))
                        .get(0)
                        .message())
                .startsWith("人员编号 Y001 在“xa”小区的业主名册里是郭一舟，");
    }

    @Test
    void theListOfAnotherFirmIsRefusedAsAFile() throws IOException {
        rolls.replace(place(LISTS.get(0)), "X01a-zone-xa.csv", file("X01a-zone-xa.csv"), "clerk");
        var before = everything();
        var second = "X01-owner-number-of-another-zone.xlsx";

        assertThat(catchThrowableOfType(
                                RollRefused.class,
                                () -> rolls.replace(place(LISTS.get(1)), second, file(second), "clerk"))
                        .faults())
                .extracting(RowFault::message)
                .containsExactly("业主编号 Y001 在“xa”小区是郭一舟，这里是范三元；不是同一个人请换编号，同一个人改名请勾选“改名”。");
        assertThat(everything()).isEqualTo(before);
    }

    private static byte[] file(String name) throws IOException {
        try (var content = OneNumberOnePersonTest.class.getResourceAsStream("/rolls/" + name)) {
            return content.readAllBytes();
        }
    }

    @Test
    void twoFirmsThatBothBeginAtTheFirstNumberImportWithAPrefix() {
        var file = OWNERS + "1,1,101,A1,80,O001,%s,,,\n1,1,102,A2,80,O002,乙,,,\n1,1,103,A3,80,O001,%s,,,\n";
        bring(LISTS.get(0), file.formatted("郭一舟", "郭一舟"));
        var second = file.formatted("范三元", "范三元");
        var place = place(LISTS.get(1));

        assertThat(rolls.preview(place, "b.csv", bytes(second), "").offeredPrefix())
                .isEqualTo("xc-");
        var preview = rolls.preview(place, "b.csv", bytes(second), "xc-");
        assertThat(preview.offeredPrefix()).isEmpty();
        assertThat(preview.faults()).isEmpty();
        assertThat(preview.renames()).isEmpty();
        assertThat(preview.content().entries())
                .extracting(entry -> entry.get("ownerNo"))
                .containsExactly("xc-O001", "xc-O002", "xc-O001");

        var roll = bring(LISTS.get(1), second, Decisions.of("xc-", null));
        assertThat(roll.heads()).isEqualTo(2);
        assertThat(persons.find(community, "O001")).map(Person::name).contains("郭一舟");
        assertThat(persons.find(community, "xc-O001")).map(Person::name).contains("范三元");
        bring(LISTS.get(1), second.replace("O00", "xc-O00"), Decisions.of("xc-", null));
        assertThat(persons.find(community, "xc-xc-O001")).isEmpty();
    }

    private Rolls.Preview preview(Register list, String file) {
        return rolls.preview(place(list), "a.csv", bytes(file), "");
    }

    private List<String> known() {
        return database.sql(
                        "select person_no || ' ' || name || ' ' || phone from person where community_code = ? order by 1")
                .param(community)
                .query(String.class)
                .list();
    }

    private static String owners(String... people) {
        var rows = new StringBuilder(OWNERS);
        for (int i = 0; i < people.length; i++) {
            var parts = people[i].split(" ", -1);
            rows.append(
                    "1,1,%d,A%d,80,%s,%s,,%s,\n".formatted(i, i, parts[0], parts[1], parts.length > 2 ? parts[2] : ""));
        }
        return rows.toString();
    }

    @Test
    void twoNumbersThatChangeTheirNamesAreNoRenamesAndEachIsAsked() {
        bring(LISTS.get(0), owners("O001 张三 13911110001", "O002 李四 13911110002", "O003 王五 13911110003"));
        bring(LISTS.get(5), LISTS.get(5).file("O001", "张三", ""));
        var swapped = owners("O001 李四", "O002 张三", "O003 王五");

        assertThat(preview(LISTS.get(0), swapped).renames())
                .extracting(Rename::cause, Rename::message)
                .containsExactly(
                        tuple(
                                Rename.Cause.EXCHANGE,
                                "业主编号 O001 在“xa”小区是张三，这里是李四，而李四原来的编号是 O002，张三在这份表里的编号是 O002："
                                        + "可能是编号对调或者错了行，请先核对；确实要改的，请勾选“编号换人”，电话和邮箱跟着姓名走。"),
                        tuple(
                                Rename.Cause.EXCHANGE,
                                "业主编号 O002 在“xa”小区是李四，这里是张三，而张三原来的编号是 O001，李四在这份表里的编号是 O001："
                                        + "可能是编号对调或者错了行，请先核对；确实要改的，请勾选“编号换人”，电话和邮箱跟着姓名走。"));
        assertThat(preview(LISTS.get(0), swapped).people())
                .extracting(PersonChange::number, PersonChange::column, PersonChange::before, PersonChange::after)
                .contains(tuple("O001", "电话", "13911110001", "13911110002"));
        for (var decisions : List.of(Decisions.of("", List.of("O001")), Decisions.of("", List.of("all:2")))) {
            assertThatThrownBy(() -> bring(LISTS.get(0), swapped, decisions))
                    .isInstanceOfAny(RollRefused.class, SheetRefused.class);
        }
        bring(LISTS.get(0), swapped, Decisions.of("", List.of("O001", "O002")));
        assertThat(known()).containsExactly("O001 李四 13911110002", "O002 张三 13911110001", "O003 王五 13911110003");
    }

    @Test
    void aColumnOfNamesThatSlippedByARowIsNoRename() {
        bring(LISTS.get(0), owners("O001 张三 13911110001", "O002 李四 13911110002", "O003 王五 13911110003"));
        var slipped = owners("O001 李四", "O002 王五", "O003 赵六");

        assertThat(preview(LISTS.get(0), slipped).renames())
                .extracting(Rename::cause)
                .containsOnly(Rename.Cause.EXCHANGE);
        bring(LISTS.get(0), slipped, Decisions.of("", List.of("O001、O002\nO003")));
        assertThat(known()).containsExactly("O001 李四 13911110002", "O002 王五 13911110003", "O003 赵六 ");
    }

    @Test
    void aNameSomebodyElseBearsAsWellIsAskedByItselfAndKeepsItsTelephone() {
        bring(LISTS.get(0), owners("O001 王玮 13911110001", "O002 王伟 13911110002"));

        assertThat(preview(LISTS.get(0), owners("O001 王伟", "O002 王伟")).renames())
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.cause()).isEqualTo(Rename.Cause.NAMESAKE);
                    assertThat(question.namesakes()).isEqualTo("O002");
                    assertThat(question.message()).isEqualTo("业主编号 O001 在“xa”小区是王玮，这里是王伟；不是同一个人请换编号，同一个人改名请勾选“改名”。");
                });
        bring(LISTS.get(0), owners("O001 王伟", "O002 王伟"), Decisions.of("", List.of("O001")));
        assertThat(known()).containsExactly("O001 王伟 13911110001", "O002 王伟 13911110002");
    }

    @Test
    void manyRenamesAreDecidedAtOnceByTheirNumber() {
        var before = new String[260];
        var after = new String[260];
        for (int i = 0; i < before.length; i++) {
            before[i] = "O%03d 甲%d 13911110001".formatted(i, i);
            after[i] = "O%03d 乙%d".formatted(i, i);
        }
        bring(LISTS.get(0), owners(before));

        var refused = catchThrowableOfType(RollRefused.class, () -> bring(LISTS.get(0), owners(after)));
        assertThat(refused.renames()).isEqualTo(260);
        assertThat(refused.prefix()).isEqualTo("xa-");
        assertThat(preview(LISTS.get(0), owners(after)).plainRenames()).isEqualTo(260);
        assertThatThrownBy(() -> bring(LISTS.get(0), owners(after), Decisions.of("", List.of("all:259"))))
                .isInstanceOf(SheetRefused.class)
                .hasMessage("说的是 259 人都是改名，这份名册里编号相同、姓名不同的是 260 人，请重新核对后再导入。");
        bring(LISTS.get(0), owners(after), Decisions.of("", List.of("all:260")));
        assertThat(known()).contains("O259 乙259 13911110001");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aNumberOfFullWidthIsWrittenOtherwiseWhereSomebodyDecidesSo(Register other) {
        var one = LISTS.get(LISTS.indexOf(other) / 2);
        bring(one, one.file("Ｙ００１", "郭一舟", "13911110001"));

        assertThat(preview(other, other.file("Y001", "郭一舟", "")).renames())
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.cause()).isEqualTo(Rename.Cause.WRITING);
                    assertThat(question.message())
                            .startsWith(other.kind().label(other.kind().headColumn()) + "“Y001”与“Ｙ００１”（在")
                            .endsWith("，郭一舟）看上去相同，请写成一样。如果要把已有的编号改成这里的写法，请勾选“改写法”。");
                });
        bring(other, other.file("Y001", "郭一舟", ""), Decisions.of("", List.of("Y001")));

        assertThat(known()).containsExactly("Y001 郭一舟 13911110001");
        for (var list : List.of(one, other)) {
            var content = tables.read(place(list));
            assertThat(content.entries())
                    .extracting(entry -> entry.get(list.kind().headColumn()))
                    .containsExactly("Y001");
            assertThat(register.present(place(list)).orElseThrow().sha256()).isEqualTo(content.sha256());
        }
    }

    @Test
    void aNumberAMatterNamesKeepsItsWriting() {
        bring(LISTS.get(0), LISTS.get(0).file("Ｙ００１", "郭一舟", ""));
        var matter = community + "-2026-0001";
        database.sql("""
                        insert into matter (matter_no, community_code, title, description, location, channel, proposer_name,
                          receipt, step, status, opened_at, opened_by)
                        values (?, ?, '', '', '', 'WINDOW', '', ?, 'S1', 'OPEN', now(), 'clerk')""").params(matter, community, matter).update();
        database.sql("insert into matter_party values (?, 'Ｙ００１', 'PRINCIPAL', true, true, false)")
                .param(matter)
                .update();

        assertThat(faults(LISTS.get(0), LISTS.get(0).file("Y001", "郭一舟", "")))
                .singleElement()
                .extracting(RowFault::message)
                .asString()
                .endsWith("事项 " + matter + " 里写的是“Ｙ００１”，这份名册也要照这样写。");
    }

    @Test
    void whatChangesOfSomebodyOfOtherListsIsShownBefore() {
        bring(LISTS.get(0), LISTS.get(0).file("Y001", "郭一舟", "13911110001"));
        bring(LISTS.get(5), LISTS.get(5).file("Y001", "郭一舟", ""));
        persons.add(person("Y002", "范三元"));

        assertThat(preview(LISTS.get(1), owners("Y001 郭一舟 13922220002", "Y002 范三元 13933330003"))
                        .people())
                .containsExactly(
                        new PersonChange(
                                "Y001", "郭一舟", "电话", "13911110001", "13922220002", List.of("“xa”小区的业主名册", "议事会名册")),
                        new PersonChange("Y002", "范三元", "电话", "", "13933330003", List.of("成员库")));
        assertThat(preview(LISTS.get(1), owners("Y001 郭一舟")).people()).isEmpty();
        bring(LISTS.get(2), LISTS.get(2).file("H001", "钱小满", "13911110004"));
        assertThat(preview(LISTS.get(2), LISTS.get(2).file("H001", "钱小满", "13911110005"))
                        .people())
                .isEmpty();
    }

    @Test
    void aRenameNobodyAskedForIsRefused() {
        bring(LISTS.get(0), LISTS.get(0).file("Y001", "郭一舟", ""));

        assertThatThrownBy(() -> bring(
                        LISTS.get(0), LISTS.get(0).file("Y001", "郭一舟", ""), Decisions.of("", List.of("Y001,Y002"))))
                .isInstanceOf(SheetRefused.class)
                .hasMessageContaining("Y001");
        for (var prefix : List.of("x a", "-x", "1", "x1", "x\uFF11", "\u3164", "x\u115F-", "\uE000-", "x/")) {
            assertThatThrownBy(() -> Decisions.of(prefix, null)).isInstanceOf(SheetRefused.class);
        }
        assertThat(Decisions.of("ＲＣ－", null).prefix()).isEqualTo("RC-");
        assertThat(Decisions.of("", List.of("ＡＬＬ：１２")).allRenamed()).isEqualTo(12);
        for (var all : List.of("all", "all:x", "ALL:")) {
            assertThatThrownBy(() -> Decisions.of("", List.of(all))).hasMessageContaining("all:人数");
        }
    }

    @Test
    void aZoneIsNotTakenForAnother() {
        bring(LISTS.get(0), LISTS.get(0).file("Y001", "郭一舟", ""));

        assertThatThrownBy(() ->
                        bring(new Register(RollKind.OWNERS, "ＸＡ"), LISTS.get(0).file("Y002", "甲", "")))
                .isInstanceOf(SheetRefused.class)
                .hasMessage("小区代码“ＸＡ”与已有的“xa”看上去相同，请写成一样。");
        assertThatThrownBy(() -> rolls.replace(
                        new RollPlace(RollKind.OWNERS, community, "xa", "东苑"),
                        "",
                        bytes(LISTS.get(0).file("Y001", "郭一舟", "")),
                        "clerk"))
                .isInstanceOf(SheetRefused.class)
                .hasMessageContaining("已是“xa”");
    }

    private Person person(String number, String name) {
        return new Person(community, number, name, "", "", null, "zh", "", "", null);
    }
}
