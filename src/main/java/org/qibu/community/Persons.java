package org.qibu.community;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.qibu.engine.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody the communities know. */
@Repository
public class Persons implements People {

    private final JdbcClient database;

    Persons(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean isKnown(String communityCode, String personNo) {
        return find(communityCode, personNo).isPresent();
    }

    public Optional<Person> find(String communityCode, String personNo) {
        return database.sql("select * from person where community_code = ? and person_no = ?")
                .params(communityCode, personNo)
                .query(Person.class)
                .optional();
    }

    /** The people of these numbers, as far as they are known. */
    public List<Person> of(String communityCode, Collection<String> personNos) {
        return personNos.isEmpty()
                ? List.of()
                : database.sql("select * from person where community_code = :community and person_no in (:numbers)")
                        .param("community", communityCode)
                        .param("numbers", personNos)
                        .query(Person.class)
                        .list();
    }

    /** Everybody of a community whose number, name, role or skill contains the text; sorted as Chinese sorts names. */
    public List<Person> search(String communityCode, String text, int most) {
        return database.sql("""
                        select * from person
                        where community_code = :community
                          and (person_no || ' ' || name || ' ' || role || ' ' || skills) ilike :pattern
                        order by name collate "zh-x-icu" limit :most""")
                .param("community", communityCode)
                .param("pattern", "%" + text.replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("most", most)
                .query(Person.class)
                .list();
    }

    /**
     * The names of people of a community that occur in a text, so that it can be published without them; a name of
     * several parts, such as 买买提·吐尔逊, also where only the first stands there or another middle dot was typed.
     */
    public List<String> namesIn(String communityCode, String text) {
        return database.sql("""
                        select distinct name from person
                        where community_code = ? and char_length(name) > 1
                          and position(split_part(translate(name, '•・‧．', '····'), '·', 1) in ?) > 0""").params(communityCode, text).query(String.class).list();
    }

    /** What the people of a community are called, each name once. */
    public List<String> names(String communityCode) {
        return database.sql("select distinct name from person where community_code = ? and char_length(name) > 1")
                .param(communityCode)
                .query(String.class)
                .list();
    }

    /** The person an account is linked to in a community. */
    public Optional<Person> ofAccount(String communityCode, String account) {
        return database.sql("select * from person where community_code = ? and account = ? limit 1")
                .params(communityCode, account)
                .query(Person.class)
                .optional();
    }

    /** Adds a person unless the number is taken. */
    public void add(Person person) {
        database.sql("""
                        insert into person (community_code, person_no, name, email, phone, birth_year, language, role,
                          skills, account)
                        values (:communityCode, :personNo, :name, :email, :phone, :birthYear, :language, :role,
                          :skills, :account)
                        on conflict do nothing""").paramSource(person).update();
    }
}
