package org.qibu.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * What a field of a form was called when it was filled in, so that it is read under that name whatever the form says later.
 *
 * @param key of the field, or of its list of rows
 * @param label as it stood above the field
 * @param choices the words of its choices by value, in the order of the form; empty where it has none of its own
 * @param internal whether it is shown to staff alone, in no paper, notice or mail
 */
public record FormLabel(
        String key,
        String label,
        Map<String, String> choices,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean internal) {}
