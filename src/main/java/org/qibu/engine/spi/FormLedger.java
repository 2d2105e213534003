package org.qibu.engine.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormLabel;
import org.qibu.engine.RowList;

/** Where submitted forms and rows are kept, outside the engine. One room implements it; the engine only calls. */
public interface FormLedger {

    /**
     * Keeps what was submitted, as it was submitted.
     *
     * @param labels what its fields were called, in the order of the form
     */
    void record(FormCase form, Map<String, Object> values, List<FormLabel> labels);

    /** Keeps what the fields of a form that opened a matter were called. */
    void label(String matterNo, String form, List<FormLabel> labels);

    /** The latest submitted value of each of these keys in this matter; keys never asked are missing. */
    Map<String, Object> latest(String matterNo, Set<String> keys);

    /** Rows entered on the matter's page and not yet submitted with a task. */
    List<Map<String, Object>> draftRows(String matterNo, String field);

    /** Keeps rows for a form to come, in place of those entered for it before. */
    void draft(String matterNo, String field, List<Map<String, Object>> rows, String actor);

    /** Forgets drafts that were just submitted with a task. */
    void forgetDraftRows(String matterNo, Collection<String> fields);

    /** Rows as people read them, under the same keys: names for numbers, words for codes, days in Chinese. */
    List<Map<String, Object>> inWords(FormCase form, RowList list, List<Map<String, Object>> rows);

    /** What a task's form opens with, as Markdown: the matter in short and what the previous step left. */
    String brief(FormCase form);
}
