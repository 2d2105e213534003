package org.qibu.community.rolls.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibu.community.rolls.Content;
import org.qibu.community.rolls.Entry;
import org.qibu.community.rolls.PersonChange;
import org.qibu.community.rolls.RollKind;
import org.qibu.community.rolls.imports.KnownPeople.Known;

/**
 * Who counts as one head in a roll, put together from all rows of the number.
 *
 * @param entry the first of its rows
 * @param email the first one told; empty where none is
 * @param phone the first one told; empty where none is
 * @param birthYear empty where none is told
 */
record Head(Entry entry, String number, String name, String email, String phone, String birthYear) {

    /** Everybody of a roll who has a number and a name that could be read, in order. */
    static List<Head> of(Content content) {
        var kind = content.kind();
        var rows = new LinkedHashMap<String, List<Entry>>();
        content.entries().stream()
                .filter(entry -> !entry.get(kind.headColumn()).isEmpty()
                        && !entry.get(kind.nameColumn()).isEmpty())
                .forEach(entry -> rows.computeIfAbsent(entry.get(kind.headColumn()), number -> new ArrayList<>())
                        .add(entry));
        return rows.entrySet().stream()
                .map(each -> new Head(
                        each.getValue().get(0),
                        each.getKey(),
                        each.getValue().get(0).get(kind.nameColumn()),
                        told(each.getValue(), "email"),
                        told(each.getValue(), "phone"),
                        told(each.getValue(), "birthYear")))
                .toList();
    }

    private static String told(List<Entry> rows, String column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * What becomes known of this number.
     *
     * @param before who is known by it
     * @param source whose address and telephone it has unless the roll tells others; null for nobody's
     */
    List<PersonChange> changes(RollKind kind, Known before, @Nullable Known source) {
        var changes = new ArrayList<PersonChange>();
        add(changes, kind, "email", before.email(), email, source == null ? "" : source.email());
        add(changes, kind, "phone", before.phone(), phone, source == null ? "" : source.phone());
        add(changes, kind, "birthYear", year(before), birthYear, source == null ? "" : year(source));
        return changes;
    }

    private void add(
            List<PersonChange> changes, RollKind kind, String column, String before, String told, String otherwise) {
        var after = told.isEmpty() ? otherwise : told;
        if (!before.equals(after)) {
            changes.add(new PersonChange(number, name, kind.label(column), before, after, List.of()));
        }
    }

    private static String year(Known person) {
        return Objects.toString(person.birthYear(), "");
    }
}
