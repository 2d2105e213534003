package org.qibu.engine.spi;

import java.util.Map;
import java.util.Set;
import org.qibu.engine.FormValues;

/** What a start form does: it opens the matter that the new process instance will carry. */
public interface StartFormHandler {

    /** The id of the start form. */
    String formId();

    /** Values that stand in the form when it is opened by this account. */
    Map<String, Object> prefill(String userId);

    /** The keys under which {@link #prefill} supplies choices, so that the form may name them as {@code valuesKey}. */
    default Set<String> choices() {
        return Set.of();
    }

    /**
     * Opens the matter and tells the engine its number, its community and its first routing values.
     *
     * @param userId the account that fills the form; null for a resident at the public door
     */
    Started submit(String userId, FormValues values);

    /** The routing values a matter begins with, whether for the first time or after it had ended. */
    Map<String, Object> firstRouting();

    /** A matter that was just opened. */
    record Started(String matterNo, String communityCode, Map<String, Object> routing) {}
}
