package org.qibu.matter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.engine.RowList;
import org.qibu.privacy.Masking;
import org.qibu.transaction.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whom a matter names, whether or not they stand in a roll: who raised, follows or objected to it, and who was named in a
 * row of its papers, as speaker, mover or in charge.
 */
@Repository
public class PeopleConcerned {

    private final JdbcClient database;
    private final String[] fields;
    private final String[] keys;

    PeopleConcerned(JdbcClient database, List<RowList> lists) {
        this.database = database;
        var naming = lists.stream()
                .flatMap(list -> list.columns().stream()
                        .filter(column -> column.kind() == RowList.Kind.PERSON_OR_NAME)
                        .map(column -> List.of(list.field(), column.key())))
                .toList();
        this.fields = naming.stream().map(column -> column.get(0)).toArray(String[]::new);
        this.keys = naming.stream().map(column -> column.get(1)).toArray(String[]::new);
    }

    /** @param itself whether it is a name as it stands, and not a cell that may hold one among other words */
    private record Named(String matterNo, String name, boolean itself) {}

    /** The names by number of the matter; a matter without any is missing. */
    Map<String, Set<String>> of(Collection<String> matterNos) {
        return ReadOnce.get(PeopleConcerned.class, Set.copyOf(matterNos), () -> read(matterNos));
    }

    /** A form with these fields was kept, in which further people may be named. */
    public void named(Collection<String> kept) {
        if (Stream.of(fields).anyMatch(kept::contains)) {
            ReadOnce.forget(PeopleConcerned.class);
        }
    }

    private Map<String, Set<String>> read(Collection<String> matterNos) {
        var numbers = matterNos.toArray(String[]::new);
        return all(numbers).stream()
                .flatMap(named -> named.itself() ? Stream.concat(Stream.of(named), named(named)) : named(named))
                .collect(Collectors.groupingBy(Named::matterNo, Collectors.mapping(Named::name, Collectors.toSet())));
    }

    private static Stream<Named> named(Named cell) {
        return Masking.namesIn(cell.name()).map(name -> new Named(cell.matterNo(), name, true));
    }

    /** Rows that were taken back count as well: what was said may have been copied meanwhile. */
    private List<Named> all(String[] numbers) {
        return database.sql("""
                        with naming as (select * from unnest(:fields, :keys) as naming (field, key)),
                        kept as (
                          select r.matter_no, n.key, r.content -> n.field as content from form_record r join naming n on jsonb_exists(r.content, n.field)
                          where r.matter_no = any(:numbers)
                          union all
                          select d.matter_no, n.key, d.content from draft_rows d join naming n on d.field = n.field
                          where d.matter_no = any(:numbers))
                        select matter_no, cell ->> key as name, false as itself from kept,
                          jsonb_array_elements(case jsonb_typeof(content) when 'array' then content else '[]' end) as cell
                        where cell ->> key <> ''
                        union select matter_no, proposer_name, true from matter
                              where matter_no = any(:numbers) and proposer_name is not null
                        union select matter_no, name, true from matter_follower
                              where matter_no = any(:numbers) and name is not null
                        union select n.matter_no, o.objector, true from objection o join notice n on n.id = o.notice_id
                              where n.matter_no = any(:numbers) and o.objector is not null""")
                .param("fields", fields)
                .param("keys", keys)
                .param("numbers", numbers)
                .query(Named.class)
                .list();
    }
}
