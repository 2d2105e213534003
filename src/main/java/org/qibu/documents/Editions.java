package org.qibu.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.qibu.community.Organisations;
import org.qibu.community.Person;
import org.qibu.community.Persons;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Parties;
import org.qibu.matter.Parties.Participant;
import org.qibu.matter.paper.Paper.Edition;
import org.springframework.stereotype.Component;

/** Gives each edition its way of speaking of people. */
@Component
public class Editions {

    private final Persons persons;
    private final Organisations organisations;
    private final Parties parties;
    private final MatterMasking masking;

    Editions(Persons persons, Organisations organisations, Parties parties, MatterMasking masking) {
        this.persons = persons;
        this.organisations = organisations;
        this.parties = parties;
        this.masking = masking;
    }

    public Voice voice(Matter matter, Edition edition) {
        var bodies = bodies(matter);
        persons.expect(
                matter.communityCode(),
                parties.of(matter.matterNo()).stream()
                        .map(Participant::personNo)
                        .toList());
        UnaryOperator<String> full = number -> bodies.getOrDefault(
                number,
                persons.find(matter.communityCode(), number).map(Person::name).orElse(number));
        if (edition == Edition.STAFF) {
            return new Voice(full, UnaryOperator.identity(), Matter::title);
        }
        var masker = masking.of(matter);
        return new Voice(
                number -> bodies.containsKey(number)
                        ? bodies.get(number)
                        : masker.person(full.apply(number)).toString(),
                text -> masker.mask(text).toString(),
                called -> masking.title(called, masker).toString());
    }

    /** The paper as it may leave: of the masked edition every text is masked, whoever put it there. */
    public PaperText released(Matter matter, Edition edition, PaperText paper) {
        if (edition == Edition.STAFF) {
            return paper;
        }
        var masker = masking.of(matter);
        return paper.map(text -> masker.mask(text).toString());
    }

    private Map<String, String> bodies(Matter matter) {
        var names = new HashMap<String, String>();
        organisations.of(matter.communityCode()).forEach(each -> names.put(each.code(), each.name()));
        return names;
    }
}
