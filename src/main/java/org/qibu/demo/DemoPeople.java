package org.qibu.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qibu.community.Person;

/** The people of a community's rolls: residents and pool members, owners, heads of households. */
final class DemoPeople {

    private DemoPeople() {}

    static List<Person> of(CommunityEntry community) {
        var zone = community.zone().code();
        var residents = DemoFiles.csv(community.file("residents")).stream().map(line -> resident(community, line));
        var owners = DemoFiles.csv(community.file("owners-" + zone)).stream()
                .map(line -> rightHolder(community, line, line.get("ownerNo"), line.get("ownerName"), "业主"));
        var heads = DemoFiles.csv(community.file("households-" + zone)).stream()
                .map(line -> rightHolder(community, line, line.get("householdNo"), line.get("headName"), "户主"));
        return Stream.of(residents, owners, heads)
                .flatMap(people -> people)
                .distinct()
                .toList();
    }

    private static Person resident(CommunityEntry community, Map<String, String> line) {
        return new Person(
                community.code(),
                line.get("personNo"),
                line.get("name"),
                line.get("email"),
                line.get("phone"),
                Integer.valueOf(line.get("birthYear")),
                line.get("language"),
                line.get("role"),
                line.get("skills"),
                null);
    }

    private static Person rightHolder(
            CommunityEntry community, Map<String, String> line, String number, String name, String role) {
        var shown = "true".equals(line.get("developer")) ? "开发商（未售部分）" : role;
        return new Person(
                community.code(), number, name, line.get("email"), line.get("phone"), null, "zh", shown, "", null);
    }
}
