package org.qibu.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.CalendarTable.Change;
import org.qibu.calendar.CalendarTable.EnteredYear;
import org.qibu.calendar.CalendarWatcher.Moved;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Changes the calendar, notes who did, and has everything counted by it counted once more. */
@Service
class CalendarChanges {

    private final CalendarTable table;
    private final PublishedHolidays published;
    private final SingletonSupplier<List<CalendarWatcher>> watchers;
    private final Clock clock;

    CalendarChanges(
            CalendarTable table, PublishedHolidays published, ObjectProvider<CalendarWatcher> watchers, Clock clock) {
        this.table = table;
        this.published = published;
        this.watchers = SingletonSupplier.of(() -> watchers.stream().toList());
        this.clock = clock;
    }

    /** The days of a year that differ from the plain week, as they stand: entered ones before published ones. */
    List<KeptDay> days(int year) {
        var entered = table.days(year);
        var own = entered.stream().map(KeptDay::day).toList();
        var days = new ArrayList<>(entered);
        if (table.entered(year).isEmpty()) {
            published.of(year).stream().filter(day -> !own.contains(day.day())).forEach(days::add);
        }
        return days.stream()
                .sorted((one, other) -> one.day().compareTo(other.day()))
                .toList();
    }

    /** Whether anything is known about a year as a whole. */
    boolean knows(int year) {
        return table.entered(year).isPresent() || published.knows(year);
    }

    /** Puts a list in the place of everything that held for its year. */
    @Transactional
    public List<Moved> enter(YearList list, String source, String account) {
        table.lock();
        var was = CalendarChangeText.of(days(list.year()));
        table.enter(new EnteredYear(list.year(), source, clock.instant(), account), list.days());
        return note(account, list.year(), null, was, CalendarChangeText.of(list.days()), source);
    }

    /** Sets a single day; nothing moves and nothing is noted where it was so before. */
    @Transactional
    public List<Moved> set(KeptDay day, String account) {
        table.lock();
        var was = said(day.day());
        if (was.equals(CalendarChangeText.of(day))) {
            return List.of();
        }
        table.put(day);
        return note(account, day.day().getYear(), day.day(), was, CalendarChangeText.of(day), "");
    }

    /** Takes back what was set for a single day; what was published for it, or the plain week, holds again. */
    @Transactional
    public List<Moved> reset(LocalDate day, String account) {
        table.lock();
        var was = said(day);
        table.remove(day);
        var becomes = said(day);
        return was.equals(becomes) ? List.of() : note(account, day.getYear(), day, was, becomes, "");
    }

    private CalendarChangeText said(LocalDate day) {
        return days(day.getYear()).stream()
                .filter(kept -> kept.day().equals(day))
                .findFirst()
                .map(CalendarChangeText::of)
                .orElse(CalendarChangeText.USUAL);
    }

    private List<Moved> note(
            String account,
            int year,
            @Nullable LocalDate day,
            CalendarChangeText was,
            CalendarChangeText became,
            String source) {
        var moved = watchers.obtain().stream()
                .flatMap(watcher -> watcher.calendarChanged().stream())
                .toList();
        table.note(new Change(clock.instant(), account, year, day, was.write(), became.write(), source, moved.size()));
        return moved;
    }

    /** The year as it was entered, where it was. */
    Optional<EnteredYear> entered(int year) {
        return table.entered(year);
    }

    List<Change> history(int year) {
        return table.history(year);
    }
}
