package org.qibu.mail.staff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.PeriodicSweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the daily mails written on working days, shortly after everybody's hour: what falls due on the hour is to be in it.
 * A hour missed while no node ran is made up for on the same day.
 */
@Component
class DigestSweep extends PeriodicSweep {

    private static final Logger log = LoggerFactory.getLogger(DigestSweep.class);
    private static final int MINUTES_AFTER_THE_HOUR = 5;
    private static final int DAYS_AHEAD = 15;
    private static final int TOGETHER = 50;

    private final StaffDirectory directory;
    private final MailChoices choices;
    private final DailyMail daily;
    private final Calendars calendars;
    private final Clock clock;

    DigestSweep(StaffDirectory directory, MailChoices choices, DailyMail daily, Calendars calendars, Clock clock) {
        super("daily-mail");
        this.directory = directory;
        this.choices = choices;
        this.daily = daily;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void runDue() {
        var now = clock.instant().atZone(Calendars.CHINA);
        var today = now.toLocalDate();
        var hours = choices.hours();
        if (hours.stream().noneMatch(hour -> isPast(hour, now.toLocalTime()))
                || !calendars.today().isWorkingDay(today)) {
            return;
        }
        var chosen = choices.hoursByAccount();
        var settled = new HashSet<>(daily.settled(today));
        var due = directory.everybody().stream()
                .filter(account -> !settled.contains(account))
                .filter(account ->
                        isPast(chosen.getOrDefault(account, MailChoice.USUAL.digestHour()), now.toLocalTime()))
                .toList();
        for (int from = 0; from < due.size(); from += TOGETHER) {
            settle(due.subList(from, Math.min(due.size(), from + TOGETHER)), today);
        }
    }

    /** Where one of them cannot be settled, the others are, each alone. */
    private void settle(List<String> accounts, LocalDate today) {
        try {
            daily.settle(accounts, today);
        } catch (RuntimeException e) {
            if (accounts.size() > 1) {
                accounts.forEach(account -> settle(List.of(account), today));
                return;
            }
            log.warn("The daily mail of {} cannot be written at the moment: {}", accounts.get(0), e.getMessage());
            log.debug("Why a daily mail is not written", e);
        }
    }

    private static boolean isPast(int hour, LocalTime now) {
        return !now.isBefore(LocalTime.of(hour, MINUTES_AFTER_THE_HOUR));
    }

    @Override
    public Optional<Instant> nextDue() {
        var now = clock.instant();
        var calendar = calendars.today();
        var today = Calendars.dayOf(now);
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .filter(calendar::isWorkingDay)
                .flatMap(day -> choices.hours().stream()
                        .map(hour -> day.atTime(hour, MINUTES_AFTER_THE_HOUR)
                                .atZone(Calendars.CHINA)
                                .toInstant()))
                .filter(moment -> moment.isAfter(now))
                .findFirst();
    }
}
