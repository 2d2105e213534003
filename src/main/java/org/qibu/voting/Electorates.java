package org.qibu.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The electorates whose size is known from imported rolls; a roll that is not there is never guessed. */
@Repository
public class Electorates {

    private static final Map<String, String> KIND_OF_BODY = Map.of(
            "OWNERS", "owners",
            "INTERESTED_OWNERS", "owners",
            "RESIDENTS_MEETING", "households",
            "VILLAGERS_MEETING", "households",
            "RESIDENTS_REP_MEETING", "representatives",
            "VILLAGE_REP_MEETING", "representatives");

    private final JdbcClient database;

    Electorates(JdbcClient database) {
        this.database = database;
    }

    /** The electorates of a community that fit a body; empty where no roll is there. */
    public List<Electorate> fitting(String community, String body) {
        return switch (KIND_OF_BODY.getOrDefault(body, "")) {
            case "owners" -> homes(community, "owners", "exclusive_part", "coalesce(sum(area), 0)", "owner_no", "位业主");
            case "households" -> homes(community, "households", "household", "0", "household_no", "户");
            case "representatives" -> representatives(community);
            default -> List.of();
        };
    }

    /** The electorate of this id among those that fit the body. */
    public Optional<Electorate> find(String community, String body, String id) {
        return fitting(community, body).stream()
                .filter(electorate -> electorate.id().equals(id))
                .findFirst();
    }

    private List<Electorate> homes(
            String community, String kind, String table, String area, String head, String counted) {
        var found = new ArrayList<Electorate>();
        for (var part : List.of("zone", "zone, building", "zone, building, unit")) {
            found.addAll(database.sql("select concat_ws(':', %s) place, %s area, count(distinct %s) heads from %s%s"
                            .formatted(
                                    part,
                                    area,
                                    head,
                                    table,
                                    " where community_code = ? group by " + part + " order by " + part))
                    .param(community)
                    .query((row, number) -> electorate(
                            kind + ":" + community + ":" + row.getString("place"),
                            kind,
                            row.getString("place"),
                            new Measure(row.getLong("area"), row.getLong("heads")),
                            counted))
                    .list());
        }
        return found;
    }

    private List<Electorate> representatives(String community) {
        var heads = database.sql("""
                        select count(*) from person
                        where community_code = ? and role ~ '居民代表|村民代表|居委会成员|村委会成员'""").param(community).query(Long.class).single();
        return heads == 0
                ? List.of()
                : List.of(electorate(
                        "representatives:" + community, "representatives", "代表会议", Measure.heads(heads), "人"));
    }

    private static Electorate electorate(String id, String kind, String place, Measure total, String counted) {
        return new Electorate(id, kind, place + "（" + total.heads() + " " + counted + "）", total);
    }
}
