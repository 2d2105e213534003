package org.qibu.community;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qibu.engine.spi.People;
import org.qibu.text.ComparisonKey;
import org.qibu.transaction.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody the communities know. */
@Repository
public class Persons implements People {

    private static final int MOST_NAMED = 10;

    private final JdbcClient database;

    Persons(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<String> numberOf(String communityCode, String typed) {
        return find(communityCode, typed).map(Person::personNo);
    }

    @Override
    public String whyNobody(String communityCode, String typed) {
        var alike = alike(communityCode, typed);
        if (alike.size() > 1) {
            return "与" + numbers(alike) + "看上去相同，请照名册写编号";
        }
        var named = named(communityCode, typed);
        return switch (named.size()) {
            case 0 -> People.super.whyNobody(communityCode, typed);
            case 1 -> "“" + typed + "”是姓名，请写编号 " + named.get(0).personNo();
            default -> "有" + (named.size() == 2 ? "两" : named.size()) + "位同名（" + numbers(named) + "），请写编号";
        };
    }

    private static String numbers(List<Person> people) {
        return people.stream().map(Person::personNo).limit(MOST_NAMED).collect(Collectors.joining("、"))
                + (people.size() > MOST_NAMED ? "等" : "");
    }

    /** The person of this number, or of the only one that looks the same; empty where two of them would do. */
    public Optional<Person> find(String communityCode, String personNo) {
        var alike = alike(communityCode, personNo);
        return alike.stream()
                .filter(person -> person.personNo().equals(personNo))
                .findFirst()
                .or(() -> alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty());
    }

    private List<Person> alike(String communityCode, String typed) {
        return alike(communityCode, List.of(typed));
    }

    /** Those whose number looks like one of these; those the running transaction read before are not read again. */
    private List<Person> alike(String communityCode, Collection<String> typed) {
        var numbers = typed.stream()
                .filter(Objects::nonNull)
                .map(text -> ComparisonKey.of(text).value())
                .distinct()
                .toList();
        var unread = numbers.stream()
                .filter(number -> ReadOnce.known(Persons.class, place(communityCode, number))
                        .isEmpty())
                .toList();
        var found = unread.isEmpty()
                ? Map.<String, List<Person>>of()
                : read(communityCode, unread).stream()
                        .collect(Collectors.groupingBy(
                                person -> ComparisonKey.of(person.personNo()).value()));
        return numbers.stream()
                .flatMap(number -> ReadOnce.get(
                        Persons.class,
                        place(communityCode, number),
                        () -> List.copyOf(found.getOrDefault(number, List.of())))
                        .stream())
                .toList();
    }

    private static List<String> place(String communityCode, String number) {
        return List.of(communityCode, number);
    }

    /** Reads these people in one statement where the running transaction is going to ask for one after the other. */
    @Override
    public void expect(String communityCode, Collection<String> typed) {
        alike(communityCode, typed);
    }

    /** The people of these numbers, however they are written, as far as they are known. */
    public List<Person> of(String communityCode, Collection<String> personNos) {
        return alike(communityCode, personNos);
    }

    private List<Person> read(String communityCode, List<String> numbers) {
        return database.sql("""
                        select * from person
                        where community_code = :community and comparison_key(person_no) = any(:numbers)""")
                .param("community", communityCode)
                .param("numbers", numbers.toArray(String[]::new))
                .query(Person.class)
                .list();
    }

    /**
     * Everybody of a community whose number, name, role or skills hold every word of the text, however it is written;
     * sorted as Chinese sorts names.
     */
    public List<Person> search(String communityCode, String text, int most) {
        return database.sql("""
                        select * from person
                        where community_code = :community
                          and comparison_key(concat_ws('/', person_no, name, role, skills)) like all(:patterns)
                        order by name collate "zh-x-icu" limit :most""")
                .param("community", communityCode)
                .param(
                        "patterns",
                        ComparisonKey.words(text).stream()
                                .map(ComparisonKey::pattern)
                                .toArray(String[]::new))
                .param("most", most)
                .query(Person.class)
                .list();
    }

    /** Everybody of a community who bears this name, however its middle dot or blanks are written. */
    public List<Person> named(String communityCode, String name) {
        return database.sql("""
                        select * from person
                        where community_code = ? and comparison_key(name) = ? order by person_no""")
                .params(communityCode, ComparisonKey.of(name).value())
                .query(Person.class)
                .list();
    }

    /** The person an account is linked to in a community. */
    public Optional<Person> ofAccount(String communityCode, String account) {
        return database.sql("select * from person where community_code = ? and account = ? limit 1")
                .params(communityCode, account)
                .query(Person.class)
                .optional();
    }

    /**
     * Adds a person unless the same one is there.
     *
     * @throws IllegalStateException where the number, or another writing of it, is somebody else's
     */
    public void add(Person person) {
        find(person.communityCode(), person.personNo())
                .filter(known ->
                        !known.personNo().equals(person.personNo()) || !ComparisonKey.same(known.name(), person.name()))
                .ifPresent(known -> {
                    throw new IllegalStateException("编号 " + person.personNo() + " 在" + known.communityCode() + " 是"
                            + known.name() + "（" + known.personNo() + "），不能再给" + person.name() + "。");
                });
        database.sql("""
                        insert into person (community_code, person_no, name, email, phone, birth_year, language, role,
                          skills, account)
                        values (:communityCode, :personNo, :name, :email, :phone, :birthYear, :language, :role,
                          :skills, :account)
                        on conflict do nothing""").paramSource(person).update();
        ReadOnce.forgetAll();
    }
}
