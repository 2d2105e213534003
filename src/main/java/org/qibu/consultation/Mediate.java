package org.qibu.consultation;

import java.util.Map;
import java.util.Optional;
import org.qibu.community.Persons;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormHandler;
import org.qibu.engine.FormValues;
import org.qibu.matter.Matters;
import org.qibu.matter.Parties;
import org.qibu.matter.Timeline;
import org.springframework.stereotype.Component;

/** The talk with somebody who objects, between two rounds. */
@Component
class Mediate implements FormHandler {

    private final Matters matters;
    private final Parties parties;
    private final Persons persons;
    private final Timeline timeline;

    Mediate(Matters matters, Parties parties, Persons persons, Timeline timeline) {
        this.matters = matters;
        this.parties = parties;
        this.persons = persons;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return "mediate";
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var numbers = parties.of(form.matterNo()).stream()
                .map(Parties.Participant::personNo)
                .toList();
        return Map.of(
                "partyOptions",
                persons.of(form.communityCode(), numbers).stream()
                        .map(person -> Map.of("label", person.name(), "value", person.personNo()))
                        .toList());
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        timeline.tell(
                matters.get(form.matterNo()), form.userId(), values.flag("accepted") ? "mediated" : "notMediated");
        return Map.of();
    }
}
