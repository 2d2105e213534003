package org.qibu.reports;

import java.util.List;
import org.qibu.matter.Track;
import org.qibu.matter.contract.UserTaskElements;
import org.qibu.reports.FormLoads.FormLoad;

/**
 * How many forms a matter may cost staff: 4 when it is settled on the spot, 16 when it is deliberated. What the program
 * promises and is measured by, so no administrator changes it.
 */
final class FormLimit {

    private FormLimit() {}

    static int of(Track track) {
        return switch (track) {
            case INSTANT -> 4;
            case IN_DEPTH -> 16;
        };
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
