package org.qibu.community.rolls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qibu.text.ComparisonKey;
import org.qibu.transaction.ReadOnce;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Reads and replaces what the rolls say: parts, households, members and the people behind them. */
@Repository
public class RollTables {

    private static final Map<RollKind, String> ROLE = Map.of(
            RollKind.OWNERS, "业主",
            RollKind.HOUSEHOLDS, "户主",
            RollKind.RESIDENTS, "居民",
            RollKind.REPRESENTATIVES, "居民代表",
            RollKind.COUNCIL, "议事会成员");

    private static final String READ_PARTS = """
            select p.building, p.unit, p.room, p.part_no "partNo", p.area::numeric / 100 "area",
              p.owner_no "ownerNo", coalesce(p.owner_name, o.name) "ownerName", coalesce(p.email, o.email) email,
              coalesce(p.phone, o.phone) phone, p.developer::text "developer"
            from exclusive_part p left join person o on o.community_code = p.community_code and o.person_no = p.owner_no
            where p.community_code = :community and p.zone = :zone
            order by p.building, p.unit, p.room, p.part_no""";
    private static final String READ_HOUSEHOLDS = """
            select h.building, h.unit, h.room, h.household_no "householdNo", coalesce(h.head_name, o.name) "headName",
              coalesce(h.email, o.email) email, coalesce(h.phone, o.phone) phone
            from household h left join person o on o.community_code = h.community_code and o.person_no = h.head_no
            where h.community_code = :community and h.zone = :zone
            order by h.building, h.unit, h.room, h.household_no""";
    private static final String READ_MEMBERS = """
            select m.person_no "personNo", coalesce(m.name, o.name) "name",
              (case when m.name is null then o.birth_year else m.birth_year end)::text "birthYear",
              coalesce(m.email, o.email) email, coalesce(m.phone, o.phone) phone, m.flags
            from roll_member m join person o using (community_code, person_no)
            where m.community_code = :community and m.kind = :kind
            order by m.person_no""";

    private static final String ADD_PART = """
            insert into exclusive_part (community_code, zone, part_no, building, unit, room, area, owner_no, developer,
              owner_name, email, phone)
            values (:community, :zone, :partNo, :building, :unit, :room, :hundredths, :ownerNo, :isDeveloper,
              :headName, :email, :phone)""";
    private static final String ADD_HOUSEHOLD = """
            insert into household (community_code, household_no, zone, building, unit, room, head_no, head_name, email,
              phone)
            values (:community, :householdNo, :zone, :building, :unit, :room, :householdNo, :headName, :email, :phone)""";
    private static final String ADD_MEMBER = """
            insert into roll_member (community_code, kind, person_no, flags, name, email, phone, birth_year)
            values (:community, :kind, :personNo, :flags, :headName, :email, :phone, :birth)""";

    private static final List<String> RENAME_EVERYWHERE = List.of(
            "update exclusive_part set owner_name = :name where community_code = :community and owner_no = :number",
            "update household set head_name = :name where community_code = :community and head_no = :number",
            "update roll_member set name = :name where community_code = :community and person_no = :number");

    /**
     * What a roll leaves empty stays as it is known, and so does a name that is only written another way; a role or an
     * account is never taken away.
     */
    private static final String PUT_PERSON = """
            insert into person (community_code, person_no, name, email, phone, birth_year, role)
            values (:community, :headNo, :headName, :email, :phone, :birth, :role)
            on conflict (community_code, person_no) do update set
              name = case when comparison_key(person.name) = comparison_key(excluded.name)
                then person.name else excluded.name end,
              email = coalesce(nullif(excluded.email, ''), person.email),
              phone = coalesce(nullif(excluded.phone, ''), person.phone),
              birth_year = coalesce(excluded.birth_year, person.birth_year),
              role = coalesce(nullif(person.role, ''), excluded.role)""";

    private final NamedParameterJdbcTemplate database;

    public RollTables(JdbcTemplate database) {
        this.database = new NamedParameterJdbcTemplate(database);
    }

    /** One import at a time in a community; work on matters goes on. */
    public void lock(String community) {
        database.query(
                "select code from community where code = :community for no key update",
                Map.of("community", community),
                row -> {});
        ReadOnce.forgetAll();
    }

    public Content read(RollPlace place) {
        var sql = switch (place.kind()) {
            case OWNERS -> READ_PARTS;
            case HOUSEHOLDS -> READ_HOUSEHOLDS;
            case RESIDENTS, REPRESENTATIVES, COUNCIL -> READ_MEMBERS;
        };
        return new Content(place.kind(), database.query(sql, of(place), (row, number) -> {
            var values = new LinkedHashMap<String, String>();
            for (var column : place.kind().columns()) {
                var text = row.getString(column.key());
                values.put(column.key(), text == null ? "" : text);
            }
            values.computeIfPresent("area", (key, area) -> Area.text(Area.hundredths(area)));
            return new Entry(0, values);
        }));
    }

    public void replace(RollPlace place, Content content) {
        addZone(place);
        putPeople(place, content);
        var table = switch (place.kind()) {
            case OWNERS -> "exclusive_part where community_code = :community and zone = :zone";
            case HOUSEHOLDS -> "household where community_code = :community and zone = :zone";
            case RESIDENTS, REPRESENTATIVES, COUNCIL ->
                "roll_member where community_code = :community and kind = :kind";
        };
        database.update("delete from " + table, of(place));
        var sql = switch (place.kind()) {
            case OWNERS -> ADD_PART;
            case HOUSEHOLDS -> ADD_HOUSEHOLD;
            case RESIDENTS, REPRESENTATIVES, COUNCIL -> ADD_MEMBER;
        };
        addAll(sql, content.entries().stream().map(entry -> row(place, entry)).toList());
        ReadOnce.forgetAll();
    }

    /** Writes the new names of people into the rolls they stand in. */
    public void rename(RollPlace place, Map<String, String> names) {
        RENAME_EVERYWHERE.forEach(sql -> addAll(
                sql,
                names.entrySet().stream()
                        .map(each -> of(place).addValue("number", each.getKey()).addValue("name", each.getValue()))
                        .toList()));
        ReadOnce.forgetAll();
    }

    /** The zones in which households of other rolls already bear these numbers, by number as it is compared. */
    public Map<ComparisonKey, String> householdsElsewhere(RollPlace place) {
        var found = new HashMap<ComparisonKey, String>();
        database.query("""
                select h.household_no, z.name from household h
                join building_zone z on z.community_code = h.community_code and z.code = h.zone
                where h.community_code = :community and h.zone <> :zone""", of(place), row -> {
            found.put(ComparisonKey.of(row.getString(1)), row.getString(2));
        });
        return found;
    }

    private void addZone(RollPlace place) {
        if (place.kind().isZoned()) {
            database.update("""
                    insert into building_zone (community_code, code, name)
                    values (:community, :zone, coalesce(nullif(:zoneName, ''), :zone))
                    on conflict do nothing""", of(place));
        }
    }

    private void putPeople(RollPlace place, Content content) {
        var people = new LinkedHashMap<String, MapSqlParameterSource>();
        for (var entry : content.entries()) {
            var person = people.computeIfAbsent(entry.get(place.kind().headColumn()), number -> row(place, entry));
            for (var contact : List.of("email", "phone")) {
                if ("".equals(person.getValue(contact))) {
                    person.addValue(contact, entry.get(contact));
                }
            }
        }
        addAll(PUT_PERSON, new ArrayList<>(people.values()));
    }

    private void addAll(String sql, List<MapSqlParameterSource> rows) {
        database.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource of(RollPlace place) {
        return new MapSqlParameterSource()
                .addValue("community", place.community())
                .addValue("zone", place.zone())
                .addValue("zoneName", place.zoneName())
                .addValue("kind", place.kind().key());
    }

    private static MapSqlParameterSource row(RollPlace place, Entry entry) {
        var kind = place.kind();
        var year = entry.get("birthYear");
        var row = of(place)
                .addValues(entry.values())
                .addValue("headNo", entry.get(kind.headColumn()))
                .addValue("headName", entry.get(kind.nameColumn()))
                .addValue("birth", year.isEmpty() ? null : Integer.valueOf(year))
                .addValue("role", "true".equals(entry.get("developer")) ? "开发商（未售部分）" : ROLE.get(kind));
        return kind == RollKind.OWNERS
                ? row.addValue("hundredths", Area.hundredths(entry.get("area")))
                        .addValue("isDeveloper", Boolean.valueOf(entry.get("developer")))
                : row;
    }
}
