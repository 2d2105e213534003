package org.qibu.engine.spi;

import java.util.Optional;
import java.util.Set;

/** A rule that keeps a candidate away from a task because of another part they play in the matter. */
public interface SeparationOfDuties {

    /** The keys of the tasks the rule is about; it has nothing against anybody at any other task. */
    Set<String> taskKeys();

    /** The Chinese sentence that says why this person must not do this task; empty where nothing stands against it. */
    Optional<String> objection(String matterNo, String taskKey, String userId);

    /**
     * Those of these matters in which something might stand against the person: at least all for which there is an
     * objection, found by one cheap look, so that a long list is not asked about matter by matter.
     */
    default Set<String> suspect(Set<String> matterNos, String userId) {
        return matterNos;
    }
}
