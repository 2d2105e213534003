package org.qibu.engine;

import java.util.Optional;

/** A rule that keeps a candidate away from a task because of another part they play in the matter. */
public interface SeparationOfDuties {

    /** The Chinese sentence that says why this person must not do this task; empty where nothing stands against it. */
    Optional<String> objection(String matterNo, String taskKey, String userId);
}
