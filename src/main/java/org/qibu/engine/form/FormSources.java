package org.qibu.engine.form;

import java.util.Map;
import java.util.Set;
import org.qibu.engine.RowList;

/** What the rooms supply to forms beyond what stands in them. */
public interface FormSources {

    /** The keys of the choices the room of this form supplies; empty where the form is nobody's. */
    Set<String> choices(String formId);

    /** The lists of rows there are, by key. */
    Map<String, RowList> rowLists();

    /** Whether the room of this form adds values to those its conditions ask for. */
    boolean addsFacts(String formId);

    /** Names of the components a model can call. */
    Set<String> components();
}
