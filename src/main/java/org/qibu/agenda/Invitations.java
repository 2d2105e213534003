package org.qibu.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.community.Person;
import org.qibu.community.Persons;
import org.qibu.engine.FormValues;
import org.qibu.mail.MailKind;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.contract.FixAgendaFields;
import org.qibu.matter.contract.NamePartiesFields;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.matter.correspondence.MailContent;
import org.qibu.matter.correspondence.MeetingInvite;
import org.qibu.matter.form.AddedFields;
import org.qibu.matter.form.FormTexts;
import org.qibu.matter.form.Records;
import org.qibu.privacy.MaskedText;
import org.qibu.privacy.Masker;
import org.springframework.stereotype.Component;

/** Invites the participants of a matter to its meeting, with an entry for their calendars. */
@Component
class Invitations {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy年M月d日（EEE）HH:mm", Locale.CHINESE);
    private static final Duration LENGTH = Duration.ofHours(2);

    private final Records records;
    private final Correspondence correspondence;
    private final Communities communities;
    private final Persons persons;
    private final FormTexts forms;
    private final AddedFields added;
    private final MatterMasking masking;

    Invitations(
            Records records,
            Correspondence correspondence,
            Communities communities,
            Persons persons,
            FormTexts forms,
            AddedFields added,
            MatterMasking masking) {
        this.records = records;
        this.correspondence = correspondence;
        this.communities = communities;
        this.persons = persons;
        this.forms = forms;
        this.added = added;
        this.masking = masking;
    }

    void send(Matter matter) {
        var agenda = records.latest(matter.matterNo(), AgendaForms.FIX_AGENDA).orElseThrow();
        var meetingAt = agenda.values().moment(FixAgendaFields.MEETING_AT).orElseThrow();
        var masker = masking.of(matter);
        correspondence.toParticipants(
                matter,
                MailKind.INVITATION,
                "meeting:" + agenda.id(),
                content(matter, agenda, meetingAt, masker),
                Optional.of(invite(matter, agenda, meetingAt, masker)));
    }

    private MailContent content(Matter matter, Records.Record record, Instant meetingAt, Masker masker) {
        var agenda = record.values();
        return MailContent.empty()
                .text("meetingAt", masker.mask(WHEN.format(meetingAt.atZone(Calendars.CHINA))))
                .text("venue", masker.mask(venue(matter, agenda)))
                .text("convenor", masker.mask(agenda.text(FixAgendaFields.CONVENOR)))
                .text("agenda", topic(matter, agenda, masker))
                .text("form", masker.mask(formOfMeeting(record)))
                .texts("further", further(matter, record, masker))
                .text("host", masker.person(host(matter)));
    }

    private MeetingInvite invite(Matter matter, Records.Record agenda, Instant meetingAt, Masker masker) {
        return new MeetingInvite(
                matter.matterNo() + "-meeting-" + agenda.id(),
                masker.mask("议事会：" + topic(matter, agenda.values(), masker)),
                masker.mask(venue(matter, agenda.values())),
                meetingAt,
                LENGTH,
                masker.mask(communities.get(matter.communityCode()).name()));
    }

    private MaskedText topic(Matter matter, FormValues agenda, Masker masker) {
        return agenda.optionalText(FixAgendaFields.TOPIC_TEXT)
                .map(masker::mask)
                .orElseGet(() -> masking.title(matter, masker));
    }

    private String venue(Matter matter, FormValues agenda) {
        return agenda.optionalText(FixAgendaFields.VENUE_ID)
                .orElseGet(() -> communities.get(matter.communityCode()).address());
    }

    private List<MaskedText> further(Matter matter, Records.Record agenda, Masker masker) {
        return added.of(matter, agenda).stream()
                .map(line -> masker.mask(line.label() + "：" + line.value()))
                .toList();
    }

    private @Nullable String formOfMeeting(Records.Record agenda) {
        return forms.lines(agenda).stream()
                .filter(line -> line.key().equals(FixAgendaFields.FORM))
                .map(FormTexts.Line::value)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String host(Matter matter) {
        return records.latest(matter.matterNo(), AgendaForms.NAME_PARTIES)
                .flatMap(named ->
                        persons.find(matter.communityCode(), named.values().text(NamePartiesFields.HOST)))
                .map(Person::name)
                .orElse(null);
    }
}
