package org.qibu.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The moment in which a form is shown or submitted: which matter, which task, by whom.
 *
 * @param taskName what the task was called when it was done; empty where there is none
 * @param routing the engine's values in sight of the task (read only); never personal data
 */
public record FormCase(
        String matterNo,
        String communityCode,
        String formId,
        String taskId,
        String taskKey,
        String taskName,
        String processKey,
        String userId,
        Instant at,
        Map<String, Object> routing) {

    /** Of a task without a name, or of no task. */
    public FormCase(
            String matterNo,
            String communityCode,
            String formId,
            String taskId,
            String taskKey,
            String processKey,
            String userId,
            Instant at,
            Map<String, Object> routing) {
        this(matterNo, communityCode, formId, taskId, taskKey, "", processKey, userId, at, routing);
    }

    /** A routing value as text, or empty where it is not set. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(routing.get(name)).map(Object::toString);
    }

    /** A routing value as whole number; {@code otherwise} where it is not set. */
    public int number(String name, int otherwise) {
        return routing.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    /** A routing value as yes or no; no where it is not set. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(routing.get(name));
    }
}
