package org.qibu.engine.lists;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * One ready-made list.
 *
 * @param key by which an installation finds the list again, whatever it was renamed to
 * @param name what stands in the task list, Chinese
 * @param color of its mark, {@code #rrggbb}
 * @param readers the groups that see it
 */
record ReadyMade(String key, String name, String color, TaskQuery query, Set<String> readers) {

    static final String KEY = "qibu";

    /** The filter's properties as Tasklist reads them, with the key of ours; {@code place} counts from 1. */
    Map<String, Object> properties(int place) {
        return Map.of(KEY, key, "priority", place, "refresh", true, "color", color, "variables", List.of());
    }
}
