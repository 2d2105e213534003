package org.qibu.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.transaction.ReadOnce;
import org.qibu.transaction.ReadTogether;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The names that stand in the rolls and the member pool of each community. They are kept in memory and read again when
 * {@code known_names_change} says, on whichever node, that somebody was added or renamed.
 */
@Repository
class KnownNames {

    private static final String STAMP = """
            select community_code, count(*) || ':' || max(changed_by::text::bigint) || ':' || sum(changed_by::text::bigint) as stamp,
              coalesce(bool_or(changed_by = pg_current_xact_id_if_assigned()), false) as changing
            from known_names_change where community_code = %s group by community_code""";

    private final JdbcClient database;
    private final Function<String, Map<String, Stamp>> stamp;
    private final Map<String, Community> kept = new ConcurrentHashMap<>();

    KnownNames(JdbcClient database, ReadTogether reads) {
        this.database = database;
        this.stamp = reads.of(KnownNames.class, "community", STAMP.formatted("?"), KnownNames::stamps);
    }

    private static Map<String, Stamp> stamps(JsonNode rows) {
        return byCode(ReadTogether.each(
                rows,
                row -> new Stamp(
                        row.path("community_code").textValue(),
                        row.path("stamp").textValue(),
                        row.path("changing").booleanValue())));
    }

    private static Map<String, Stamp> byCode(Collection<Stamp> stamps) {
        return stamps.stream().collect(Collectors.toMap(Stamp::code, Function.identity()));
    }

    /**
     * What one community knows.
     *
     * @param stamp changes whenever what it was read from changes
     * @param open words to be read as they are: what the community, its compounds and bodies are called and where it is
     */
    record Community(String stamp, NameIndex names, List<String> open) {}

    /** How the names of a community stand; {@code changing} while the running transaction changes them itself. */
    private record Stamp(String code, String text, boolean changing) {}

    /** What these communities know now, by their codes; of an unknown one nothing. */
    Map<String, Community> of(Collection<String> codes) {
        var asked = Set.copyOf(codes);
        var stamps = asked.size() == 1
                ? stamp.apply(asked.iterator().next())
                : ReadOnce.get(KnownNames.class, asked, () -> stamps(asked));
        var found = new HashMap<String, Community>();
        for (var code : asked) {
            found.put(code, of(code, stamps.getOrDefault(code, new Stamp(code, "", false))));
        }
        return found;
    }

    private Community of(String code, Stamp stamp) {
        var known = kept.get(code);
        if (stamp.changing() || known == null || !known.stamp().equals(stamp.text())) {
            known = read(code, stamp.text());
            if (!stamp.changing()) {
                kept.put(code, known);
            }
        }
        return known;
    }

    private Map<String, Stamp> stamps(Collection<String> codes) {
        return byCode(database.sql(STAMP.formatted("any(?)"))
                .param(codes.toArray(String[]::new))
                .query((row, number) -> new Stamp(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list());
    }

    private Community read(String code, String stamp) {
        var names = database.sql("select distinct name from person where community_code = ? and char_length(name) > 1")
                .param(code)
                .query(String.class)
                .list();
        return new Community(stamp, new NameIndex(names), open(code));
    }

    private List<String> open(String code) {
        var words = new ArrayList<String>();
        database.sql("select name, subdistrict, phone, address from community where code = ?")
                .param(code)
                .query((row, number) ->
                        Stream.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list()
                .forEach(each -> each.forEach(words::add));
        words.addAll(database.sql("""
                        select name from building_zone where community_code = :code
                        union select name from organisation where community_code = :code""").param("code", code).query(String.class).list());
        return words.stream()
                .map(String::strip)
                .filter(text -> text.length() > 2)
                .distinct()
                .toList();
    }
}
