package org.qibu.agenda;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.community.Person;
import org.qibu.community.Persons;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterCode;
import org.qibu.matter.Matters;
import org.qibu.matter.Parties;
import org.qibu.matter.Parties.Participant;
import org.qibu.matter.Party;
import org.qibu.matter.contract.NamePartiesFields;
import org.qibu.text.CodeLabels;
import org.qibu.text.ComparisonKey;
import org.springframework.stereotype.Component;

/** Who takes part, as what, with which say; and who leads the meeting without a stake in it. */
@Component
class NameParties implements FormHandler {

    private final Matters matters;
    private final Parties parties;
    private final Persons persons;
    private final CodeLabels labels;

    NameParties(Matters matters, Parties parties, Persons persons, CodeLabels labels) {
        this.matters = matters;
        this.parties = parties;
        this.persons = persons;
        this.labels = labels;
    }

    @Override
    public String formId() {
        return AgendaForms.NAME_PARTIES;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Set<String> choices() {
        return Set.of("hostOptions", "recorderOptions", "facilitatorsOptions");
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var people = persons.search(form.communityCode(), "", 500).stream()
                .map(person -> Map.of("label", person.name() + " " + person.role(), "value", person.personNo()))
                .toList();
        return Map.of("hostOptions", people, "recorderOptions", people, "facilitatorsOptions", people);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var matter = matters.get(form.matterNo());
        var faults = new FormRefused.Collector();
        var named = values.rows(NamePartiesFields.PARTICIPANTS).stream()
                .map(row -> participant(matter, row))
                .toList();
        checkParticipants(form, named, faults);
        checkHost(matter, values.text(NamePartiesFields.HOST), named, faults);
        mustBeKnown(matter, NamePartiesFields.RECORDER, values.text(NamePartiesFields.RECORDER), faults);
        faults.refuseIfAny();
        parties.replace(matter.matterNo(), named);
        return Map.of();
    }

    private static Participant participant(Matter matter, Map<String, Object> row) {
        var party = MatterCode.of(Party.class, String.valueOf(row.get("party")));
        return new Participant(
                matter.matterNo(),
                String.valueOf(row.get("personNo")),
                party,
                row.containsKey("voice") ? Boolean.TRUE.equals(row.get("voice")) : !party.is(Party.OBSERVER),
                Boolean.TRUE.equals(row.get("vote")),
                Boolean.TRUE.equals(row.get("heavilyAffected")));
    }

    private void checkParticipants(FormCase form, List<Participant> named, FormRefused.Collector faults) {
        var numbers = named.stream().map(Participant::personNo).collect(Collectors.toSet());
        faults.check(numbers.size() == named.size(), NamePartiesFields.PARTICIPANTS, "“参加协商的人”中有人出现了两次。");
        named.stream()
                .filter(participant -> participant.vote()
                        && participant
                                .party()
                                .known()
                                .filter(party -> !party.mayVote())
                                .isPresent())
                .forEach(participant -> faults.add(
                        NamePartiesFields.PARTICIPANTS, "资源方、技术方和旁听人员可以发言，没有表决权（" + participant.personNo() + "）。"));
        faults.check(
                named.stream().anyMatch(Participant::vote), NamePartiesFields.PARTICIPANTS, "“参加协商的人”中至少要有一人有表决权。");
        parties.required(form).stream()
                .filter(party -> named.stream()
                        .noneMatch(participant -> participant.party().equals(party)))
                .forEach(party -> faults.add(
                        NamePartiesFields.PARTICIPANTS, "这类事项必须有" + labels.label(party, Locale.CHINESE) + "参加，请补充人员。"));
    }

    /** The host is neutral: neither proposer nor somebody with a vote (rules of procedure 议事规则: neutral in the chair). */
    private void checkHost(Matter matter, String host, List<Participant> named, FormRefused.Collector faults) {
        mustBeKnown(matter, NamePartiesFields.HOST, host, faults)
                .ifPresent(person -> faults.check(
                        !ComparisonKey.same(person.name(), matter.proposerName()),
                        NamePartiesFields.HOST,
                        "主持人要中立，不能由提出人担任。"));
        faults.check(
                named.stream()
                        .noneMatch(
                                participant -> ComparisonKey.same(participant.personNo(), host) && participant.vote()),
                NamePartiesFields.HOST,
                "主持人要中立，主持时没有表决权，请另选主持人或取消其表决权。");
    }

    private Optional<Person> mustBeKnown(Matter matter, String key, String personNo, FormRefused.Collector faults) {
        var person = persons.find(matter.communityCode(), personNo);
        faults.check(person.isPresent(), key, "“" + personNo + "”不在本社区的名册或成员库中。");
        return person;
    }
}
