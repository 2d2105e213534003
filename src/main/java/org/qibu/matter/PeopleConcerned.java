package org.qibu.matter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.engine.RowList;
import org.qibu.privacy.Masking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whom a matter names, whether or not they stand in a roll: who raised, follows or objected to it, and who was named in a
 * row of its papers, as speaker, mover or in charge.
 */
@Repository
class PeopleConcerned {

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

    private record Named(String matterNo, String name) {}

    /** The names by number of the matter; a matter without any is missing. */
    Map<String, Set<String>> of(Collection<String> matterNos) {
        var numbers = matterNos.toArray(String[]::new);
        return Stream.concat(
                        themselves(numbers).stream().flatMap(named -> Stream.concat(Stream.of(named), named(named))),
                        inRows(numbers).stream().flatMap(PeopleConcerned::named))
                .collect(Collectors.groupingBy(Named::matterNo, Collectors.mapping(Named::name, Collectors.toSet())));
    }

    private static Stream<Named> named(Named cell) {
        return Masking.namesIn(cell.name()).map(name -> new Named(cell.matterNo(), name));
    }

    private List<Named> themselves(String[] numbers) {
        return database.sql("""
                        select matter_no, proposer_name as name from matter where matter_no = any(:numbers) and proposer_name is not null
                        union select matter_no, name from matter_follower where matter_no = any(:numbers) and name is not null
                        union select n.matter_no, o.objector from objection o join notice n on n.id = o.notice_id
                              where n.matter_no = any(:numbers) and o.objector is not null""").param("numbers", numbers).query(Named.class).list();
    }

    /** Rows that were taken back count as well: what was said may have been copied meanwhile. */
    private List<Named> inRows(String[] numbers) {
        return database.sql("""
                        with naming as (select * from unnest(:fields, :keys) as naming (field, key)),
                        kept as (
                          select r.matter_no, n.key, r.content -> n.field as content from form_record r join naming n on jsonb_exists(r.content, n.field)
                          where r.matter_no = any(:numbers)
                          union all
                          select d.matter_no, n.key, d.content from draft_rows d join naming n on d.field = n.field
                          where d.matter_no = any(:numbers))
                        select distinct matter_no, cell ->> key as name from kept,
                          jsonb_array_elements(case jsonb_typeof(content) when 'array' then content else '[]' end) as cell
                        where cell ->> key <> ''""")
                .param("fields", fields)
                .param("keys", keys)
                .param("numbers", numbers)
                .query(Named.class)
                .list();
    }
}
