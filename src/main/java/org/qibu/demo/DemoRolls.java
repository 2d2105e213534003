package org.qibu.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qibu.community.Person;
import org.qibu.community.rolls.RollKind;
import org.qibu.community.rolls.RollPlace;
import org.qibu.community.rolls.imports.Rolls;
import org.qibu.community.rolls.imports.Rolls.ReadRoll;
import org.springframework.stereotype.Component;

/** Imports the rolls of the demonstration the way a community would. */
@Component
@ConditionalOnDemo
class DemoRolls {

    private static final Pattern REPRESENTATIVE = Pattern.compile("居民代表|村民代表|居委会成员|村委会成员");
    private static final Pattern COUNCIL = Pattern.compile("议事会成员");

    private final Rolls rolls;

    DemoRolls(Rolls rolls) {
        this.rolls = rolls;
    }

    /** Reads the rolls of a community. */
    List<ReadRoll> read(CommunityEntry community, List<Person> people) {
        var zone = community.zone().code();
        return List.of(
                read(RollKind.OWNERS, community, "owners-" + zone),
                read(RollKind.HOUSEHOLDS, community, "households-" + zone),
                read(RollKind.RESIDENTS, community, "residents"),
                read(RollKind.REPRESENTATIVES, community, people, REPRESENTATIVE),
                read(RollKind.COUNCIL, community, people, COUNCIL));
    }

    /** The people of these rolls have to be there: a roll knows neither their language nor their skills. */
    void add(List<ReadRoll> read) {
        read.forEach(roll -> rolls.replace(roll, "演示数据"));
    }

    private ReadRoll read(RollKind kind, CommunityEntry community, String roll) {
        return read(kind, community, roll + ".csv", DemoFiles.text(community.file(roll)));
    }

    private ReadRoll read(RollKind kind, CommunityEntry community, List<Person> people, Pattern role) {
        var lines = people.stream()
                .filter(person -> role.matcher(person.role()).find())
                .map(person -> person.personNo() + "," + person.name())
                .collect(Collectors.joining("\n"));
        return read(kind, community, kind.key() + ".csv", "personNo,name\n" + lines);
    }

    private ReadRoll read(RollKind kind, CommunityEntry community, String fileName, String text) {
        var place = new RollPlace(
                kind,
                community.code(),
                kind.isZoned() ? community.zone().code() : "",
                community.zone().name());
        return rolls.read(place, fileName, text.getBytes(StandardCharsets.UTF_8));
    }
}
