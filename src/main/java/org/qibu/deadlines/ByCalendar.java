package org.qibu.deadlines;

import java.util.List;
import org.qibu.calendar.CalendarWatcher;
import org.springframework.stereotype.Component;

/** Counts all open deadlines anew when somebody changed the working calendar, and says which moved. */
@Component
class ByCalendar implements CalendarWatcher {

    private final Deadlines deadlines;

    ByCalendar(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public List<Moved> calendarChanged() {
        return deadlines.recompute().stream()
                .map(task -> new Moved(task.matterNo(), task.taskName(), task.from(), task.to()))
                .toList();
    }
}
