package org.qibu.deadlines.time;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.qibu.engine.models.ModelNames;
import org.qibu.matter.Urgency;
import org.qibu.text.CodeLabels;
import org.springframework.stereotype.Component;

/**
 * What the table of deadlines is asked with: names as people know them and, for a table in the former shape, the ids and
 * codes for the same.
 */
@Component
class DeadlineFacts {

    private final ModelNames models;
    private final CodeLabels labels;

    DeadlineFacts(ModelNames models, CodeLabels labels) {
        this.models = models;
        this.labels = labels;
    }

    /**
     * Of a task.
     *
     * @param taskName what a task that is not of the program's own is called
     * @param track code of the track; empty where it is not known yet
     * @param meetingSet whether the first meeting is set and still to come
     */
    Map<String, Object> of(
            String process, String task, String taskName, Urgency urgency, String track, boolean meetingSet) {
        var facts = new HashMap<String, Object>();
        facts.put("processName", models.of(process, process));
        facts.put("taskName", models.of(task, taskName));
        facts.put("urgencyName", labels.label(urgency, Locale.CHINESE));
        facts.put("trackName", track.isEmpty() ? "" : labels.label(track, Locale.CHINESE));
        facts.put("meetingSet", meetingSet);
        facts.put("process", process);
        facts.put("task", task);
        facts.put("urgency", urgency.name());
        facts.put("track", track);
        return facts;
    }
}
