package org.qibu.matter.form;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.community.Organisations;
import org.qibu.community.Person;
import org.qibu.community.Persons;
import org.qibu.matter.Matter;
import org.qibu.matter.Parties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Finds the names of the people and organisations whose numbers stand in a matter's papers. */
@Component
public class Names {

    private static final int LONGEST_NUMBER = 40;

    private final Persons persons;
    private final Organisations organisations;
    private final Parties parties;
    private final SingletonSupplier<List<CodeNames>> codes;

    Names(Persons persons, Organisations organisations, Parties parties, ObjectProvider<CodeNames> codes) {
        this.persons = persons;
        this.organisations = organisations;
        this.parties = parties;
        this.codes = SingletonSupplier.of(() -> codes.stream().toList());
    }

    /** The names by number or code, for everything that is mentioned. */
    public Map<String, String> of(Matter matter, List<Records.Record> records) {
        var names = new HashMap<String, String>();
        organisations.of(matter.communityCode()).forEach(each -> names.put(each.code(), each.name()));
        var mentioned = Stream.concat(
                        records.stream()
                                .flatMap(record -> words(record.values().all().values())),
                        parties.of(matter.matterNo()).stream().map(Parties.Participant::personNo))
                .distinct()
                .toList();
        persons.of(matter.communityCode(), numbers(mentioned)).forEach(each -> names.put(each.personNo(), each.name()));
        mentioned.forEach(word ->
                codes.obtain().forEach(code -> code.nameOf(word).ifPresent(name -> names.put(word, name))));
        return names;
    }

    private static List<String> numbers(List<String> words) {
        return words.stream().filter(word -> word.length() <= LONGEST_NUMBER).toList();
    }

    /** The names of the people in some rows, by number. */
    public Map<String, String> in(String community, List<Map<String, Object>> rows) {
        var mentioned = rows.stream().flatMap(Names::words).distinct().toList();
        return persons.of(community, numbers(mentioned)).stream()
                .collect(Collectors.toMap(Person::personNo, Person::name));
    }

    private static Stream<String> words(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().flatMap(Names::words);
        }
        if (value instanceof Map<?, ?> row) {
            return row.values().stream().flatMap(Names::words);
        }
        return value instanceof String word ? Stream.of(word) : Stream.empty();
    }
}
