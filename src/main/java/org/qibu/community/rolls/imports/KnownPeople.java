package org.qibu.community.rolls.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibu.community.Person;
import org.qibu.community.rolls.RollPlace;
import org.qibu.text.ComparisonKey;
import org.qibu.transaction.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a community knows by which number, and from which list. */
@Repository
public class KnownPeople {

    private static final Map<String, String> LISTS = Map.of(
            "owners", "业主名册",
            "households", "户名册",
            "residents", "居民名册",
            "representatives", "居民代表名册",
            "council", "议事会名册");

    private static final List<String> POOL = List.of("成员库");

    private static final List<String> REWRITE = List.of(
            """
            insert into person (community_code, person_no, name, email, phone, birth_year, language, role, skills, account)
              select community_code, :after, name, email, phone, birth_year, language, role, skills, account
              from person where community_code = :community and person_no = :before""",
            "update exclusive_part set owner_no = :after where community_code = :community and owner_no = :before",
            "update household set household_no = :after where community_code = :community and household_no = :before",
            "update household set head_no = :after where community_code = :community and head_no = :before",
            "update roll_member set person_no = :after where community_code = :community and person_no = :before",
            "delete from person where community_code = :community and person_no = :before");

    private final JdbcClient database;

    public KnownPeople(JdbcClient database) {
        this.database = database;
    }

    /**
     * Somebody the community knows.
     *
     * @param birthYear null where nobody told
     */
    record Known(String number, String name, String email, String phone, Integer birthYear) {}

    /** All people of a community. */
    Book of(String community) {
        return new Book(database.sql("""
                        select person_no number, name, email, phone, birth_year "birthYear" from person
                        where community_code = ? order by 1""").param(community).query(Known.class).list());
    }

    /** People by number; the writing somebody is known by goes before one that looks the same. */
    static final class Book {

        private final Map<String, Known> byNumber = new HashMap<>();
        private final Map<ComparisonKey, List<Known>> byKey = new HashMap<>();
        private final Map<ComparisonKey, List<Known>> byName = new HashMap<>();

        private Book(List<Known> people) {
            people.forEach(known -> {
                byNumber.put(known.number(), known);
                byKey.computeIfAbsent(ComparisonKey.of(known.number()), key -> new ArrayList<>())
                        .add(known);
                byName.computeIfAbsent(ComparisonKey.of(known.name()), key -> new ArrayList<>())
                        .add(known);
            });
        }

        /** Who has this number or one that looks the same; null for nobody. */
        @Nullable
        Known find(String number) {
            var exactly = byNumber.get(number);
            return exactly != null || alike(number).isEmpty()
                    ? exactly
                    : alike(number).get(0);
        }

        /** Who has this number to the letter; null for nobody. */
        @Nullable
        Known exactly(String number) {
            return byNumber.get(number);
        }

        /** Everybody whose number looks like this one. */
        List<Known> alike(String number) {
            return byKey.getOrDefault(ComparisonKey.of(number), List.of());
        }

        /** Everybody of this name. */
        List<Known> named(String name) {
            return byName.getOrDefault(ComparisonKey.of(name), List.of());
        }
    }

    /** Where these numbers stand, in words such as 在“xa”小区; the list of the kind that comes is named first. */
    Map<String, String> whereabouts(RollPlace place, Collection<String> numbers) {
        var found = new LinkedHashMap<String, String>();
        stands(place, numbers)
                .forEach(stand ->
                        found.putIfAbsent(stand.number(), "在" + words(place, stand, LISTS.get(stand.kind()) + "里")));
        numbers.forEach(number -> found.putIfAbsent(number, "在本社区"));
        return found;
    }

    /** The other lists these numbers stand in, in words such as “xa”小区的业主名册; the pool where they stand in none. */
    Map<String, List<String>> elsewhere(RollPlace place, Collection<String> numbers) {
        var lists = new LinkedHashMap<String, List<String>>();
        var here = new HashSet<String>();
        stands(place, numbers).forEach(stand -> {
            if (stand.kind().equals(place.kind().key()) && stand.zone().equals(place.zone())) {
                here.add(stand.number());
            } else {
                lists.computeIfAbsent(stand.number(), number -> new ArrayList<>())
                        .add(
                                stand.zone().isEmpty()
                                        ? LISTS.get(stand.kind())
                                        : "“" + stand.zoneName() + "”小区的" + LISTS.get(stand.kind()));
            }
        });
        numbers.stream().filter(number -> !here.contains(number)).forEach(number -> lists.putIfAbsent(number, POOL));
        return lists;
    }

    /** A list in which a number stands; without a zone where the kind has none. */
    private record Stand(String number, String kind, String zone, String zoneName) {}

    private List<Stand> stands(RollPlace place, Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : database.sql("""
                                select number, kind, zone, zone_name from (
                                  select distinct r.owner_no number, 'owners' kind, z.code zone, z.name zone_name, 1 rank
                                    from exclusive_part r join building_zone z
                                      on z.community_code = r.community_code and z.code = r.zone
                                    where r.community_code = :community and r.owner_no = any(:numbers)
                                  union select r.head_no, 'households', z.code, z.name, 2
                                    from household r join building_zone z
                                      on z.community_code = r.community_code and z.code = r.zone
                                    where r.community_code = :community and r.head_no = any(:numbers)
                                  union select person_no, kind, '', '', 3 from roll_member
                                    where community_code = :community and person_no = any(:numbers)) places
                                order by number, kind <> :kind, rank, zone_name""")
                        .param("community", place.community())
                        .param("kind", place.kind().key())
                        .param("numbers", numbers.toArray(String[]::new))
                        .query(Stand.class)
                        .list();
    }

    private static String words(RollPlace place, Stand stand, String list) {
        if (stand.zone().isEmpty()) {
            return list;
        }
        var zone = "“" + stand.zoneName() + "”小区";
        return stand.kind().equals(place.kind().key()) ? zone : zone + "的" + list;
    }

    /** The matters, one for each of these numbers, that name somebody by it. */
    Map<String, String> matters(String community, Collection<String> numbers) {
        var found = new HashMap<String, String>();
        if (!numbers.isEmpty()) {
            database.sql("""
                            select number, min(matter_no) from (
                              select person_no number, matter_no from matter_party union all
                              select holder_no, matter_no from poll_voter) used join matter using (matter_no)
                            where community_code = ? and number = any(?) group by number""")
                    .params(community, numbers.toArray(String[]::new))
                    .query((row, index) -> found.put(row.getString(1), row.getString(2)))
                    .list();
        }
        return found;
    }

    /** Writes the number of somebody another way, in every list. */
    void rewrite(String community, String before, String after) {
        REWRITE.forEach(sql -> database.sql(sql)
                .param("community", community)
                .param("before", before)
                .param("after", after)
                .update());
        ReadOnce.forgetAll();
    }

    /**
     * Gives numbers to the people who have them from now on: with a name go the address, the telephone and whatever else
     * is known of its bearer.
     *
     * @param sources for each number the one its bearer had until now; an empty text for somebody new
     */
    void exchange(String community, Map<String, String> sources) {
        var before = database
                .sql("select * from person where community_code = ? and person_no = any(?)")
                .params(community, sources.values().toArray(String[]::new))
                .query(Person.class)
                .stream()
                .collect(Collectors.toMap(Person::personNo, Function.identity()));
        sources.forEach((number, source) -> {
            var person =
                    before.getOrDefault(source, new Person(community, number, "", "", "", null, "zh", "", "", null));
            database.sql("""
                            update person set email = ?, phone = ?, birth_year = ?, language = ?, role = ?, skills = ?,
                              account = ?
                            where community_code = ? and person_no = ?""")
                    .params(person.email(), person.phone(), person.birthYear(), person.language(), person.role())
                    .params(person.skills(), person.account(), community, number)
                    .update();
        });
        ReadOnce.forgetAll();
    }
}
