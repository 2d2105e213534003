package org.qibu.community.rolls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qibu.text.ComparisonKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a community knows by which number, and from which list. */
@Repository
class KnownPeople {

    private static final Map<String, String> LISTS = Map.of(
            "owners", "业主名册",
            "households", "户名册",
            "residents", "居民名册",
            "representatives", "居民代表名册",
            "council", "议事会名册");

    private final JdbcClient database;

    KnownPeople(JdbcClient database) {
        this.database = database;
    }

    /** Somebody the community knows. */
    record Known(String number, String name) {}

    /** All people of a community. */
    Book of(String community) {
        return new Book(database.sql("select person_no number, name from person where community_code = ? order by 1")
                .param(community)
                .query(Known.class)
                .list());
    }

    /** People by number; the writing somebody is known by goes before one that looks the same. */
    static final class Book {

        private final Map<String, Known> byNumber = new HashMap<>();
        private final Map<ComparisonKey, Known> byKey = new HashMap<>();

        private Book(List<Known> people) {
            people.forEach(known -> {
                byNumber.put(known.number(), known);
                byKey.putIfAbsent(ComparisonKey.of(known.number()), known);
            });
        }

        /** Who has this number or one that looks the same; null for nobody. */
        Known find(String number) {
            var exactly = byNumber.get(number);
            return exactly != null ? exactly : byKey.get(ComparisonKey.of(number));
        }
    }

    /** Where these numbers stand, in words such as “在“xa”小区”; the list of the kind that comes is named first. */
    Map<String, String> whereabouts(RollPlace place, Collection<String> numbers) {
        var found = new LinkedHashMap<String, String>();
        if (numbers.isEmpty()) {
            return found;
        }
        database.sql("""
                        select number, kind, zone from (
                          select distinct r.owner_no number, 'owners' kind, z.name zone, 1 rank
                            from exclusive_part r join building_zone z
                              on z.community_code = r.community_code and z.code = r.zone
                            where r.community_code = :community and r.owner_no = any(:numbers)
                          union select r.head_no, 'households', z.name, 2
                            from household r join building_zone z
                              on z.community_code = r.community_code and z.code = r.zone
                            where r.community_code = :community and r.head_no = any(:numbers)
                          union select person_no, kind, '', 3 from roll_member
                            where community_code = :community and person_no = any(:numbers)) places
                        order by number, kind <> :kind, rank, zone""")
                .param("community", place.community())
                .param("kind", place.kind().key())
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, index) -> found.putIfAbsent(
                        row.getString("number"), words(place, row.getString("kind"), row.getString("zone"))))
                .list();
        new ArrayList<>(numbers).forEach(number -> found.putIfAbsent(number, "在本社区"));
        return found;
    }

    private static String words(RollPlace place, String kind, String zone) {
        if (zone.isEmpty()) {
            return "在" + LISTS.get(kind) + "里";
        }
        var named = "在“" + zone + "”小区";
        return kind.equals(place.kind().key()) ? named : named + "的" + LISTS.get(kind) + "里";
    }
}
