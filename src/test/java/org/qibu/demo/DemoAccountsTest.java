package org.qibu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.qibu.access.Groups;

class DemoAccountsTest {

    private static final Map<String, List<String>> OF_THE_DESIGN = Map.ofEntries(
            Map.entry("clerk", List.of("residents-committee", "grid-staff")),
            Map.entry("clerk-fy", List.of("residents-committee", "grid-staff")),
            Map.entry("head", List.of("residents-committee")),
            Map.entry("secretary", List.of("party-branch", "two-committees")),
            Map.entry("rep", List.of("resident-reps")),
            Map.entry("facilitator", List.of("social-worker")),
            Map.entry("mediator", List.of("mediation")),
            Map.entry("expert", List.of("expert")),
            Map.entry("teller", List.of("vote-teller")),
            Map.entry("teller2", List.of("vote-teller")),
            Map.entry("scrutineer", List.of("vote-scrutineer")),
            Map.entry("scrutineer2", List.of("vote-scrutineer")),
            Map.entry("property", List.of("property-firm")),
            Map.entry("property2", List.of("property-firm")),
            Map.entry("unit", List.of("resident-units")),
            Map.entry("owners", List.of("owners-committee")),
            Map.entry("supervisor", List.of("supervision")),
            Map.entry("watcher", List.of("result-supervisors")),
            Map.entry("subdistrict", List.of("subdistrict")),
            Map.entry("leader", List.of("subdistrict")),
            Map.entry("inspector", List.of("subdistrict-inspect")),
            Map.entry("department", List.of("department")),
            Map.entry("bureau", List.of("civil-affairs")),
            Map.entry("archivist", List.of("archivist")),
            Map.entry("modeler", List.of("process-admin")),
            Map.entry("modeler2", List.of("process-admin")),
            Map.entry("admin", List.of("camunda-admin")));

    @Test
    void areThoseOfTheDesign() {
        var groups = new DemoAccounts(null)
                .list().stream().collect(Collectors.toMap(DemoAccount::name, DemoAccount::groups));
        assertThat(groups).isEqualTo(OF_THE_DESIGN);
    }

    @Test
    void belongToAllCommunitiesButTwo() {
        var limited = AccountEntry.all().stream()
                .filter(account -> account.communities() != null)
                .collect(Collectors.toMap(AccountEntry::name, AccountEntry::communities));
        assertThat(limited).isEqualTo(Map.of("clerk-fy", List.of("HZ-FY"), "property2", List.of("XS-AZ")));
    }

    @Test
    void useGroupsThatExist() {
        assertThat(AccountEntry.all()).flatExtracting(AccountEntry::groups).allMatch(Groups.ids()::contains);
    }

    @Test
    void sayInChineseWhoTheyAre() {
        assertThat(new DemoAccounts(null).printed())
                .contains("clerk ", "社区居委会主任")
                .hasLineCount(27);
    }
}
