package org.qibu.reports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qibu.reports.FormLoads.FormLoad;

/** How many forms a matter may cost staff: 4 when it is settled on the spot, 16 when it is deliberated. */
enum Track {
    INSTANT(4),
    IN_DEPTH(16);

    /** Asked for only where something calls for it, and therefore outside the limit; so is the form a matter begins with. */
    private static final Set<String> OUTSIDE = Set.of(
            "",
            "task_askMore",
            "task_answerDirectly",
            "task_recheckRefusal",
            "task_expertOpinion",
            "task_mediate",
            "task_partyStudy",
            "task_approveDelay",
            "task_rectify",
            "task_reportBack",
            "task_contactByPhone",
            "task_completeFile",
            "task_handleObjection",
            "task_explainRejection",
            "task_inspectMatter");

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

    /** The forms of a matter that count towards its limit: each task once, whatever loops it went through. */
    static int counted(List<FormLoad> forms) {
        return (int) forms.stream()
                .map(FormLoad::taskKey)
                .filter(task -> !OUTSIDE.contains(task))
                .distinct()
                .count();
    }
}
