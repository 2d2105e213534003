package org.qibu.mail.texts;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Organizer;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Date;
import java.util.TimeZone;
import org.qibu.mail.Invite;
import org.qibu.mail.MailSettings;
import org.qibu.mail.Recipient;
import org.qibu.text.ChinaTime;
import org.springframework.stereotype.Component;

/** Writes an invitation as a calendar file in the time of Shanghai, which every calendar programme takes. */
@Component
public class CalendarFile {

    private static final TimeZone SHANGHAI = TimeZone.getTimeZone(ChinaTime.ZONE);
    private static final UtcOffset EIGHT_AHEAD = new UtcOffset(true, 8, 0);

    private final MailSettings settings;
    private final Clock clock;

    public CalendarFile(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public String write(Invite invite, Recipient to) {
        var file = new ICalendar();
        file.setProductId("-//qibu//deliberation//ZH");
        file.setMethod("REQUEST");
        file.getTimezoneInfo().setDefaultTimezone(new TimezoneAssignment(SHANGHAI, shanghai()));
        file.addEvent(event(invite, to));
        return FoldedLines.of(unfolded(file));
    }

    /** The library folds by characters, of which a Chinese one is three octets. */
    private static String unfolded(ICalendar file) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private VEvent event(Invite invite, Recipient to) {
        var event = new VEvent();
        event.setUid(invite.uid());
        event.setSequence((int) (clock.instant().getEpochSecond() / 60));
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setDateStart(Date.from(invite.startsAt()));
        event.setDateEnd(Date.from(invite.startsAt().plus(invite.length())));
        event.setSummary(invite.summary());
        event.setLocation(invite.location());
        event.setOrganizer(
                new Organizer(invite.organizerName(), settings.sender().getAddress()));
        event.addAttendee(attendee(to));
        return event;
    }

    private static Attendee attendee(Recipient to) {
        var attendee = new Attendee(to.name().isEmpty() ? null : to.name(), to.address());
        attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
        attendee.setRsvp(false);
        return attendee;
    }

    private static VTimezone shanghai() {
        var standard = new StandardTime();
        standard.setDateStart(new DateTimeComponents(1992, 1, 1, 0, 0, 0, false));
        standard.setTimezoneOffsetFrom(EIGHT_AHEAD);
        standard.setTimezoneOffsetTo(EIGHT_AHEAD);
        standard.addTimezoneName("CST");
        var zone = new VTimezone(SHANGHAI.getID());
        zone.addStandardTime(standard);
        return zone;
    }
}
