package org.qibu.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.qibu.community.Organisations;
import org.qibu.community.Person;
import org.qibu.community.Persons;
import org.qibu.matter.Masking;
import org.qibu.matter.Matter;
import org.qibu.matter.Paper.Edition;
import org.springframework.stereotype.Component;

/** Gives each edition its way of speaking of people. */
@Component
class Editions {

    private final Persons persons;
    private final Organisations organisations;
    private final Masking masking;

    Editions(Persons persons, Organisations organisations, Masking masking) {
        this.persons = persons;
        this.organisations = organisations;
        this.masking = masking;
    }

    Voice voice(Matter matter, Edition edition) {
        var bodies = bodies(matter);
        UnaryOperator<String> full = number -> bodies.getOrDefault(
                number,
                persons.find(matter.communityCode(), number).map(Person::name).orElse(number));
        return edition == Edition.STAFF
                ? new Voice(full, UnaryOperator.identity())
                : new Voice(
                        number -> bodies.getOrDefault(number, Masking.name(full.apply(number))),
                        text -> masking.mask(matter, text));
    }

    private Map<String, String> bodies(Matter matter) {
        var names = new HashMap<String, String>();
        organisations.of(matter.communityCode()).forEach(each -> names.put(each.code(), each.name()));
        return names;
    }
}
