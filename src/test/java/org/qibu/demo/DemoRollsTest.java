package org.qibu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qibu.community.Person;

class DemoRollsTest {

    static Stream<CommunityEntry> communities() {
        return CommunityEntry.all().stream();
    }

    private static CommunityEntry community(String code) {
        return communities()
                .filter(entry -> entry.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void holdsTheFiveCommunitiesOfTheDesign() {
        assertThat(communities().map(CommunityEntry::code))
                .containsExactly("HZ-AS", "HZ-FY", "TX-HB", "CZ-HG", "XS-AZ");
        assertThat(community("XS-AZ").compoundKind()).isEqualTo("RESETTLEMENT");
    }

    @Test
    void aUnitInHebinHasElevenHeadsOn966SquareMetres() {
        var flats = ExclusivePart.of(community("TX-HB")).stream()
                .filter(part -> part.building().equals("5") && part.unit().equals("2"))
                .toList();
        assertThat(flats).hasSize(12).extracting(ExclusivePart::area).containsOnly(8050L);
        assertThat(flats.stream().mapToLong(ExclusivePart::area).sum()).isEqualTo(96600);
        assertThat(flats.stream().map(ExclusivePart::ownerNo).distinct()).hasSize(11);
        assertThat(flats.stream().filter(part -> part.ownerNo().equals("O003")).map(ExclusivePart::room))
                .containsExactly("201", "302");
    }

    @Test
    void aBuildingInHongguangHasThirtySixHeadsOn2520SquareMetres() {
        var flats = ExclusivePart.of(community("CZ-HG")).stream()
                .filter(part -> part.building().equals("3"))
                .toList();
        assertThat(flats).hasSize(36);
        assertThat(flats.stream().mapToLong(ExclusivePart::area).sum()).isEqualTo(252000);
        assertThat(flats.stream().map(ExclusivePart::ownerNo).distinct()).hasSize(36);
    }

    @ParameterizedTest
    @MethodSource("communities")
    void everyZoneHasAnOwnerOfTwoFlatsAndUnsoldParts(CommunityEntry community) {
        var parts = ExclusivePart.of(community);
        assertThat(parts).extracting(ExclusivePart::partNo).doesNotHaveDuplicates();
        assertThat(parts).filteredOn(ExclusivePart::developer).hasSizeGreaterThanOrEqualTo(2);
        var sold = parts.stream()
                .filter(part -> !part.developer())
                .map(ExclusivePart::ownerNo)
                .toList();
        assertThat(sold.stream().distinct()).hasSize(sold.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("communities")
    void everybodyHasANumberAndAnAddressOfTheirOwn(CommunityEntry community) {
        var people = DemoPeople.of(community);
        assertThat(people).extracting(Person::personNo).doesNotHaveDuplicates();
        assertThat(people).extracting(Person::email).doesNotHaveDuplicates();
        assertThat(people)
                .allSatisfy(person -> assertThat(person.email())
                        .isEqualTo("%s.%s@qibu.example"
                                .formatted(person.personNo(), community.code())
                                .toLowerCase()));
    }

    @ParameterizedTest
    @MethodSource("communities")
    void theMemberPoolIsLargeAndMixed(CommunityEntry community) {
        var pool = DemoPeople.of(community).stream()
                .filter(person -> person.personNo().startsWith("P"))
                .toList();
        assertThat(pool).hasSizeGreaterThanOrEqualTo(40);
        assertThat(pool).extracting(Person::role).contains("议事会成员", "居民代表", "非户籍居民");
        assertThat(pool).extracting(Person::name).anyMatch(name -> name.contains("䶮"));
        assertThat(pool).extracting(Person::name).anyMatch(name -> name.contains("·"));
    }

    @ParameterizedTest
    @MethodSource("communities")
    void organisationsAreActedForByAccountsOfTheirCommunityAndGroup(CommunityEntry community) {
        var accounts = AccountEntry.all();
        for (var unit : community.organisations()) {
            assertThat(unit.members())
                    .allSatisfy(member -> assertThat(accounts).anySatisfy(account -> {
                        assertThat(account.name()).isEqualTo(member);
                        assertThat(account.groups()).contains(unit.group());
                        assertThat(account.belongsTo(community.code())).isTrue();
                    }));
        }
        assertThat(community.organisations())
                .extracting(CommunityEntry.Unit::code)
                .containsAll(List.of(
                        "residents-committee",
                        "party-branch",
                        "owners-committee",
                        "property-firm",
                        "resident-units",
                        "department",
                        "social-worker"));
    }
}
