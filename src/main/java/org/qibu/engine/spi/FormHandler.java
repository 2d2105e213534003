package org.qibu.engine.spi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;

/**
 * What a step does with one form of its own. A form without a handler is kept in the ledger and routes by its fields
 * marked {@code routing} alone, so a task drawn tomorrow works without code.
 */
public interface FormHandler {

    /** The id of the form, which is the name of its file. */
    String formId();

    /**
     * Values that stand in the form when it is opened, beyond what the ledger remembers under the same keys. Rows among
     * them count as submitted where nobody entered others.
     */
    default Map<String, Object> prefill(FormCase form) {
        return Map.of();
    }

    /** Values the form's conditions ask for that are not fields of it, such as the method of a vote. */
    default Map<String, Object> facts(FormCase form) {
        return Map.of();
    }

    /** The keys under which {@link #prefill} supplies choices, so that a form may name them as {@code valuesKey}. */
    default Set<String> choices() {
        return Set.of();
    }

    /** What this task is about beyond the matter, as Markdown; stands below the brief. Empty where there is nothing. */
    default String note(FormCase form) {
        return "";
    }

    /** Fields the step keeps in tables of its own, with their own readers, and the ledger of forms therefore does not. */
    default Set<String> keptElsewhere() {
        return Set.of();
    }

    /** Leaves these fields empty, whatever other forms of the matter hold under the same keys. */
    static Map<String, Object> emptied(String... keys) {
        var empty = new HashMap<String, Object>();
        for (var key : keys) {
            empty.put(key, null);
        }
        return empty;
    }

    /**
     * Writes the checked values into our own tables, in the transaction that completes the task.
     *
     * @return the routing values the engine keeps, beyond the fields marked {@code routing}
     * @throws FormRefused with a Chinese sentence at the field that is wrong; nothing is kept then
     */
    Map<String, Object> submit(FormCase form, FormValues values);

    /**
     * Why a submission cannot be taken back by its doer, in a Chinese sentence; empty where it can while nothing was built
     * on it. The ledger, the matter's own row, its participants, its planned actions and the routing values come back by
     * themselves; a handler that writes nothing else may answer empty.
     */
    default Optional<String> whyFinal() {
        return Optional.of("这一步提交后即生效，不能撤回，请在下一步中处理。");
    }

    /** Takes back what {@link #submit} wrote beyond that, in the transaction that takes the submission back. */
    default void retract(String matterNo, FormValues withdrawn) {}
}
