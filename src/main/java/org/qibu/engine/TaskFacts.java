package org.qibu.engine;

import java.time.Instant;
import java.util.List;
import org.qibu.engine.spi.TaskWatcher;

/**
 * A user task as it stands when something happens to it.
 *
 * @param matterNo the matter it belongs to; null for a model that runs without one
 * @param communityCode null where the model runs in no community
 * @param assignee the account that holds it; null while nobody does
 * @param candidateGroups the groups it is offered to; empty in {@link TaskWatcher#ended}
 * @param candidateUsers the accounts it is offered to by name; empty in {@link TaskWatcher#ended}
 * @param due when it has to be done; null where nobody said
 * @param priority 0 to 100, 50 where nobody said
 */
public record TaskFacts(
        String taskId,
        String taskKey,
        String taskName,
        String processKey,
        String matterNo,
        String communityCode,
        String assignee,
        List<String> candidateGroups,
        List<String> candidateUsers,
        Instant due,
        int priority,
        Instant createdAt) {}
