package org.qibu.voting.polls;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.voting.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The electorates known from imported rolls; a roll that is not there is never guessed. */
@Repository
public class Electorates {

    private static final int FULL_AGE = 18;

    private static final Map<String, List<String>> KINDS_OF_BODY = Map.of(
            "OWNERS", List.of("owners"),
            "INTERESTED_OWNERS", List.of("owners"),
            "RESIDENTS_MEETING", List.of("households", "residents", "representatives"),
            "VILLAGERS_MEETING", List.of("households", "residents"),
            "VILLAGE_GROUP_MEETING", List.of("households", "residents"),
            "RESIDENTS_REP_MEETING", List.of("representatives"),
            "VILLAGE_REP_MEETING", List.of("representatives"));

    private static final Map<String, String> COUNTED =
            Map.of("owners", "位业主", "households", "户", "residents", "位成年居民", "representatives", "位代表");

    private final JdbcClient database;
    private final Clock clock;

    public Electorates(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The electorates of a community that fit a body, as the rolls stand now; empty where no roll is there. */
    public List<Electorate> fitting(String community, String body) {
        var found = new ArrayList<Electorate>();
        KINDS_OF_BODY.getOrDefault(body, List.of()).forEach(kind -> found.addAll(ofKind(community, kind)));
        return found;
    }

    /** The electorate of this id among those that fit the body. */
    public Optional<Electorate> find(String community, String body, String id) {
        return fitting(community, body).stream()
                .filter(electorate -> electorate.id().equals(id))
                .findFirst();
    }

    /** The electorate of this id, wherever it is; empty where its roll is gone or the text is no such id. */
    public Optional<Electorate> find(String id) {
        var parts = id.split(":");
        return parts.length > 1 && COUNTED.containsKey(parts[0])
                ? ofKind(parts[1], parts[0]).stream()
                        .filter(electorate -> electorate.id().equals(id))
                        .findFirst()
                : Optional.empty();
    }

    /** Everybody of an electorate, as the rolls stand now; residents count from 18 years on. */
    public List<RightHolder> holders(String electorateId) {
        var parts = electorateId.split(":");
        return switch (parts[0]) {
            case "owners" -> homes(parts, "exclusive_part", "owner_no", "sum(area)");
            case "households" -> homes(parts, "household", "household_no", "0");
            default -> members(parts[1], parts[0]);
        };
    }

    private List<Electorate> ofKind(String community, String kind) {
        return switch (kind) {
            case "owners" -> homes(community, kind, "exclusive_part", "coalesce(sum(area), 0)", "owner_no");
            case "households" -> homes(community, kind, "household", "0", "household_no");
            default -> meeting(community, kind);
        };
    }

    private List<Electorate> homes(String community, String kind, String table, String area, String head) {
        var found = new ArrayList<Electorate>();
        for (var part : List.of("zone", "zone, building", "zone, building, unit")) {
            found.addAll(database.sql(
                            """
                            select concat_ws(':', %1$s) place, %2$s area, count(distinct %3$s) heads,
                              (select name from building_zone z where z.community_code = r.community_code and z.code = r.zone) zone_name
                            from %4$s r where community_code = ? %5$s group by community_code, %1$s order by %1$s""".formatted(part, area, head, table, part.endsWith("unit") ? "and unit <> ''" : ""))
                    .param(community)
                    .query((row, number) -> electorate(
                            kind + ":" + community + ":" + row.getString("place"),
                            kind,
                            placeName(row.getString("zone_name"), row.getString("place")),
                            new Measure(row.getLong("area"), row.getLong("heads"))))
                    .list());
        }
        return found;
    }

    private static String placeName(String zone, String place) {
        var parts = place.split(":");
        return (zone == null ? parts[0] : zone)
                + (parts.length > 1 ? parts[1] + "幢" : "")
                + (parts.length > 2 ? parts[2] + "单元" : "");
    }

    private List<Electorate> meeting(String community, String kind) {
        var heads = members(community, kind).size();
        return heads == 0
                ? List.of()
                : List.of(electorate(
                        kind + ":" + community, kind, "residents".equals(kind) ? "本社区" : "代表会议", Measure.heads(heads)));
    }

    private List<RightHolder> homes(String[] parts, String table, String head, String area) {
        return database.sql("""
                        select %2$s as no, string_agg(concat_ws('-', building, nullif(unit, ''), room), '、' order by building, unit, room) place,
                          %3$s as area
                        from %1$s
                        where community_code = :community and zone = :zone
                          and (:building = '' or building = :building) and (:unit = '' or unit = :unit)
                        group by %2$s""".formatted(table, head, area))
                .param("community", parts[1])
                .param("zone", parts[2])
                .param("building", parts.length > 3 ? parts[3] : "")
                .param("unit", parts.length > 4 ? parts[4] : "")
                .query(RightHolder.class)
                .list();
    }

    private List<RightHolder> members(String community, String kind) {
        LocalDate today = Calendars.dayOf(clock.instant());
        return database.sql("""
                        select m.person_no as no, '' as place, 0 as area
                        from roll_member m join person p using (community_code, person_no)
                        where m.community_code = :community and m.kind = :kind
                          and (:kind <> 'residents' or p.birth_year <= :adult)""")
                .param("community", community)
                .param("kind", kind)
                .param("adult", today.getYear() - FULL_AGE)
                .query(RightHolder.class)
                .list();
    }

    private static Electorate electorate(String id, String kind, String place, Measure total) {
        return new Electorate(id, kind, place + "（" + total.heads() + " " + COUNTED.get(kind) + "）", total);
    }
}
