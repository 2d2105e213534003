package org.qibu.community.rolls.page;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.Calendars;
import org.qibu.community.rolls.Roll;
import org.qibu.community.rolls.RollKind;
import org.qibu.community.rolls.RollPlace;
import org.qibu.community.rolls.RollRegister;
import org.qibu.community.rolls.Zones;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.springframework.stereotype.Component;

/** All rolls a community could have, those it has among them. */
@Component
class RollOverview {

    private final RollRegister register;
    private final Zones zones;
    private final Accounts accounts;

    RollOverview(RollRegister register, Zones zones, Accounts accounts) {
        this.register = register;
        this.zones = zones;
        this.accounts = accounts;
    }

    /**
     * One line of the overview.
     *
     * @param roll null where none was imported yet
     * @param by what the one who imported it is called
     */
    record Line(
            RollKind kind,
            String zone,
            String zoneName,
            @Nullable Roll roll,
            @Nullable LocalDateTime at,
            String by) {}

    List<Zones.Zone> zones(String community) {
        return zones.of(community);
    }

    /** What people call the zone of a roll; empty where the roll has none. */
    String nameOf(RollPlace place) {
        return zones.of(place.community()).stream()
                .filter(zone -> zone.code().equals(place.zone()))
                .map(Zones.Zone::name)
                .findFirst()
                .orElse(place.zoneName().isEmpty() ? place.zone() : place.zoneName());
    }

    List<Line> of(String community) {
        var present = register.present(List.of(community)).stream()
                .collect(Collectors.toMap(roll -> roll.kind() + ":" + roll.zone(), Function.identity()));
        var lines = new ArrayList<Line>();
        zones.of(community)
                .forEach(zone -> Arrays.stream(RollKind.values())
                        .filter(RollKind::isZoned)
                        .forEach(kind -> lines.add(line(kind, zone.code(), zone.name(), present))));
        Arrays.stream(RollKind.values())
                .filter(kind -> !kind.isZoned())
                .forEach(kind -> lines.add(line(kind, "", "", present)));
        return lines;
    }

    private Line line(RollKind kind, String zone, String name, Map<String, Roll> present) {
        var roll = present.get(kind.key() + ":" + zone);
        return roll == null
                ? new Line(kind, zone, name, null, null, "")
                : new Line(
                        kind,
                        zone,
                        name,
                        roll,
                        LocalDateTime.ofInstant(roll.importedAt(), Calendars.CHINA),
                        accounts.find(roll.importedBy()).map(Account::name).orElse(roll.importedBy()));
    }
}
