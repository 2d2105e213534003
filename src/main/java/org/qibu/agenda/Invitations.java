package org.qibu.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.community.Person;
import org.qibu.community.Persons;
import org.qibu.engine.FormValues;
import org.qibu.mail.Invite;
import org.qibu.mail.MailKind;
import org.qibu.matter.Correspondence;
import org.qibu.matter.FormTexts;
import org.qibu.matter.Matter;
import org.qibu.matter.Records;
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

    Invitations(
            Records records, Correspondence correspondence, Communities communities, Persons persons, FormTexts forms) {
        this.records = records;
        this.correspondence = correspondence;
        this.communities = communities;
        this.persons = persons;
        this.forms = forms;
    }

    void send(Matter matter) {
        var agenda = records.latest(matter.matterNo(), "fix-agenda").orElseThrow();
        var meetingAt = agenda.values().moment("meetingAt").orElseThrow();
        correspondence.toParticipants(
                matter,
                MailKind.INVITATION,
                "meeting:" + agenda.id(),
                content(matter, agenda.values(), meetingAt),
                Optional.of(invite(matter, agenda, meetingAt)));
    }

    private Map<String, Object> content(Matter matter, FormValues agenda, Instant meetingAt) {
        var content = new HashMap<String, Object>();
        content.put("meetingAt", WHEN.format(meetingAt.atZone(Calendars.CHINA)));
        content.put("venue", venue(matter, agenda));
        content.put("convenor", agenda.optionalText("convenor").orElse(null));
        content.put("agenda", agenda.optionalText("topicText").orElse(matter.title()));
        content.put("form", formOfMeeting(agenda));
        content.put("host", host(matter));
        return content;
    }

    private Invite invite(Matter matter, Records.Record agenda, Instant meetingAt) {
        return new Invite(
                matter.matterNo() + "-meeting-" + agenda.id(),
                "议事会：" + agenda.values().optionalText("topicText").orElse(matter.title()),
                venue(matter, agenda.values()),
                meetingAt,
                LENGTH,
                communities.get(matter.communityCode()).name());
    }

    private String venue(Matter matter, FormValues agenda) {
        return agenda.optionalText("venueId")
                .orElseGet(() -> communities.get(matter.communityCode()).address());
    }

    private String formOfMeeting(FormValues agenda) {
        return forms.lines("fix-agenda", agenda).stream()
                .filter(line -> line.key().equals("form"))
                .map(FormTexts.Line::value)
                .findFirst()
                .orElse(null);
    }

    private String host(Matter matter) {
        return records.latest(matter.matterNo(), "name-parties")
                .flatMap(named ->
                        persons.find(matter.communityCode(), named.values().text("host")))
                .map(Person::name)
                .orElse(null);
    }
}
