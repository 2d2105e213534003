package org.qibu.consultation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qibu.community.Persons;
import org.qibu.consultation.ConsultationForms.MediateFields;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.Parties;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.RecordMeetingFields;
import org.qibu.matter.form.Records;
import org.springframework.stereotype.Component;

/** The talk with somebody who objects, between two rounds. */
@Component
class Mediate implements FormHandler {

    private final Matters matters;
    private final Parties parties;
    private final Persons persons;
    private final Records records;
    private final Timeline timeline;

    Mediate(Matters matters, Parties parties, Persons persons, Records records, Timeline timeline) {
        this.records = records;
        this.matters = matters;
        this.parties = parties;
        this.persons = persons;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return ConsultationForms.MEDIATE;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Set<String> choices() {
        return Set.of("partyOptions");
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var numbers = parties.of(form.matterNo()).stream()
                .map(Parties.Participant::personNo)
                .toList();
        var values = FormHandler.emptied(
                MediateFields.PARTY, MediateFields.CONCERN, MediateFields.OFFER, MediateFields.ACCEPTED);
        values.put(
                "partyOptions",
                persons.of(form.communityCode(), numbers).stream()
                        .map(person -> Map.of("label", person.name(), "value", person.personNo()))
                        .toList());
        majorDissent(form.matterNo()).ifPresent(dissent -> {
            values.put(MediateFields.PARTY, dissent.get("personNo"));
            values.put(MediateFields.CONCERN, dissent.get("reason"));
        });
        return values;
    }

    /** The first major objection noted in the minutes of the round before. */
    private Optional<Map<String, Object>> majorDissent(String matterNo) {
        return records.latest(matterNo, ConsultationForms.RECORD_MEETING).stream()
                .flatMap(minutes -> minutes.values().rows(RecordMeetingFields.DISSENT).stream())
                .filter(row -> "MAJOR".equals(row.get("severity")))
                .findFirst();
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        timeline.tell(
                matters.get(form.matterNo()),
                form.userId(),
                values.flag(MediateFields.ACCEPTED) ? "mediated" : "notMediated");
        return Map.of();
    }
}
