package org.qibu.matter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.engine.RowList;
import org.qibu.privacy.Masking;
import org.qibu.transaction.ReadOnce;
import org.qibu.transaction.ReadTogether;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whom a matter names, whether or not they stand in a roll: who raised, follows or objected to it, and who was named in a
 * row of its papers, as speaker, mover or in charge.
 */
@Repository
public class PeopleConcerned {

    private final JdbcClient database;
    private final Set<String> fields;
    private final String naming;
    private final Function<String, Map<String, Set<String>>> ofOne;

    PeopleConcerned(JdbcClient database, List<RowList> lists, ReadTogether reads) {
        this.database = database;
        var columns = lists.stream()
                .flatMap(list -> list.columns().stream()
                        .filter(column -> column.kind() == RowList.Kind.PERSON_OR_NAME)
                        .map(column -> List.of(list.field(), column.key())))
                .toList();
        this.fields = columns.stream().map(column -> column.get(0)).collect(Collectors.toSet());
        this.naming = columns.stream()
                .map(column -> column.stream()
                        .map(word -> "'" + word.replace("'", "''") + "'")
                        .collect(Collectors.joining(", ", " union all select ", "")))
                .collect(Collectors.joining());
        this.ofOne = reads.of(
                PeopleConcerned.class,
                "matter",
                "with asked as (select ?::text as no), " + query("(select no from asked)"),
                rows -> byMatter(ReadTogether.each(
                        rows,
                        row -> new Named(
                                row.path("matter_no").textValue(),
                                row.path("name").textValue(),
                                row.path("itself").booleanValue()))));
    }

    /** @param itself whether it is a name as it stands, and not a cell that may hold one among other words */
    private record Named(String matterNo, String name, boolean itself) {}

    /** The names by number of the matter; a matter without any is missing. */
    Map<String, Set<String>> of(Collection<String> matterNos) {
        var asked = Set.copyOf(matterNos);
        return asked.size() == 1
                ? ofOne.apply(asked.iterator().next())
                : ReadOnce.get(PeopleConcerned.class, asked, () -> byMatter(all(asked)));
    }

    /** A form with these fields was kept, in which further people may be named. */
    public void named(Collection<String> kept) {
        if (fields.stream().anyMatch(kept::contains)) {
            ReadOnce.forget(PeopleConcerned.class);
        }
    }

    private static Map<String, Set<String>> byMatter(List<Named> all) {
        return all.stream()
                .flatMap(named -> named.itself() ? Stream.concat(Stream.of(named), named(named)) : named(named))
                .collect(Collectors.groupingBy(Named::matterNo, Collectors.mapping(Named::name, Collectors.toSet())));
    }

    private static Stream<Named> named(Named cell) {
        return Masking.namesIn(cell.name()).map(name -> new Named(cell.matterNo(), name, true));
    }

    private List<Named> all(Set<String> matterNos) {
        return database.sql("with " + query("any(:numbers)"))
                .param("numbers", matterNos.toArray(String[]::new))
                .query(Named.class)
                .list();
    }

    /**
     * Rows that were taken back count as well: what was said may have been copied meanwhile.
     *
     * @param numbers what the number of a matter that is meant equals
     */
    private String query(String numbers) {
        return """
                naming (field, key) as (select null, null where false%1$s),
                kept as (
                  select r.matter_no, n.key, r.content -> n.field as content from form_record r join naming n on jsonb_exists(r.content, n.field)
                  where r.matter_no = %2$s
                  union all
                  select d.matter_no, n.key, d.content from draft_rows d join naming n on d.field = n.field
                  where d.matter_no = %2$s)
                select matter_no, cell ->> key as name, false as itself from kept,
                  jsonb_array_elements(case jsonb_typeof(content) when 'array' then content else '[]' end) as cell
                where cell ->> key <> ''
                union select matter_no, proposer_name, true from matter
                      where matter_no = %2$s and proposer_name is not null
                union select matter_no, name, true from matter_follower
                      where matter_no = %2$s and name is not null
                union select n.matter_no, o.objector, true from objection o join notice n on n.id = o.notice_id
                      where n.matter_no = %2$s and o.objector is not null""".formatted(naming, numbers);
    }
}
