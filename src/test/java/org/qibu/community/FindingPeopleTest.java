package org.qibu.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.RoomsDatabase;
import org.qibu.transaction.ReadTogether;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, organisations and communities are found however they are written, and never one for another. */
class FindingPeopleTest {

    private static final AtomicInteger COMMUNITIES = new AtomicInteger();

    private final JdbcClient database = JdbcClient.create(RoomsDatabase.source());
    private final Persons persons = new Persons(database);
    private final Organisations organisations = new Organisations(database, new ReadTogether(database));
    private final Communities communities = new Communities(database, new ReadTogether(database));
    private final String community = "FP-" + COMMUNITIES.incrementAndGet();

    @BeforeEach
    void aCommunityWithPeople() {
        communities.add(new Community(community, "寻人社区", "街道", "", "", "", "ORDINARY"));
        persons.add(person("O-001", "买买提·吐尔逊", "业主"));
        persons.add(person("O052", "张伟", "业主"));
        persons.add(person("H053", "张伟", "户主"));
    }

    private Person person(String number, String name, String role) {
        return new Person(community, number, name, "", "", null, "zh", role, "", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"O-001", "o-001", "Ｏ－００１", "O—001", " O-001 ", "O\u2212001"})
    void aNumberInAnyWritingIsTheNumberOfTheRoll(String typed) {
        assertThat(persons.numberOf(community, typed)).contains("O-001");
        assertThat(persons.of(community, List.of(typed))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"O001", "O-002", "O-0O1", ""})
    void anotherNumberIsNobodys(String typed) {
        assertThat(persons.numberOf(community, typed)).isEmpty();
    }

    @Test
    void aNumberThatTwoBearInTwoWritingsIsNotGuessedAt() {
        database.sql("insert into person (community_code, person_no, name) values (?, 'o052', '别人')")
                .param(community)
                .update();

        assertThat(persons.numberOf(community, "O052")).contains("O052");
        assertThat(persons.numberOf(community, "Ｏ０５２")).isEmpty();
        assertThat(persons.whyNobody(community, "Ｏ０５２")).contains("O052", "o052", "看上去相同");
    }

    @Test
    void aNameIsFoundWithAnyMiddleDotAndTwoOfOneNameAreNamed() {
        for (var name : List.of("买买提•吐尔逊", "买买提・吐尔逊", "买买提 · 吐尔逊", "买买提．吐尔逊")) {
            assertThat(persons.named(community, name))
                    .extracting(Person::personNo)
                    .containsExactly("O-001");
        }
        assertThat(persons.whyNobody(community, "张伟")).isEqualTo("有两位同名（H053、O052），请写编号");
        assertThat(persons.whyNobody(community, "范三元")).isEqualTo("“范三元”不在本社区的名册或成员库中");
    }

    @ParameterizedTest
    @CsvSource({"Ｏ－０, 1", "o052 张, 1", "张　伟, 2", "买买提•吐, 1", "业主, 2", "%, 0", "'', 3"})
    void whoLooksForSomebodyFindsThemInAnyWriting(String text, int found) {
        assertThat(persons.search(community, text, 10)).hasSize(found);
    }

    @Test
    void anOrganisationIsMeantInAnyWritingAndNoTwoShareACode() {
        var firm = new Organisation(community, "WY-01", "红光物业", "property-firm", "wy@qibu.example", "REGISTERED");
        organisations.add(firm, List.of());
        organisations.add(firm, List.of());

        assertThat(organisations.find(community, "ｗｙ－０１")).contains(firm);
        assertThat(organisations.find(community, "红光 物业")).contains(firm);
        for (var code : List.of("WY-01", "wy—01")) {
            assertThatThrownBy(() -> organisations.add(
                            new Organisation(community, code, "东风物业", "property-firm", "", "REGISTERED"), List.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("红光物业");
        }
        assertThatThrownBy(() -> organisations.add(
                        new Organisation(community, "WY-02", "东风物业", "property-firm", "df@qibu", "REGISTERED"),
                        List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("收不到信");
        assertThatThrownBy(() ->
                        communities.add(new Community(community.toLowerCase(), "寻人社区", "街道", "", "", "", "ORDINARY")))
                .isInstanceOf(IllegalStateException.class);
    }
}
