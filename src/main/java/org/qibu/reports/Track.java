package org.qibu.reports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibu.matter.contract.UserTaskElements;
import org.qibu.reports.FormLoads.FormLoad;

/** How many forms a matter may cost staff: 4 when it is settled on the spot, 16 when it is deliberated. */
enum Track {
    INSTANT(4),
    IN_DEPTH(16);

    private final int limit;

    Track(int limit) {
        this.limit = limit;
    }

    public int limit() {
        return limit;
    }

    /** The track of this name; empty for none and for what a damaged row says. */
    static Optional<Track> of(String name) {
        return Stream.of(values()).filter(track -> track.name().equals(name)).findFirst();
    }

    /**
     * The forms of a matter that count towards its limit: each task once, whatever loops it went through; the form it begins
     * with has no task and does not count.
     */
    static int counted(List<FormLoad> forms) {
        return (int) forms.stream()
                .map(FormLoad::taskKey)
                .filter(task -> !task.isEmpty() && !UserTaskElements.ON_DEMAND.contains(task))
                .distinct()
                .count();
    }
}
