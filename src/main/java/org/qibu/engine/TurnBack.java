package org.qibu.engine;

import java.util.Optional;

/** Takes a matter back to a task that was just completed; the engine's room implements it. */
public interface TurnBack {

    /** Why the engine cannot go back, in a Chinese sentence; empty where it can. */
    Optional<String> obstacle(String before, String after);

    /** Whether a form may be taken back at all, by the handler it belongs to; the reason why not. */
    Optional<String> whyFinal(String formId);

    /** Calls the handler of a form to take back what it wrote beyond what comes back by itself. */
    void retract(String formId, String matterNo, FormValues withdrawn);

    /**
     * Goes back to the task, as it was, with the routing values it had, and gives it to the person.
     *
     * @return the id of the task that asks anew
     * @throws NotYourTask when the person may not work on it any more
     */
    String goBack(String before, String taskKey, String userId);
}
