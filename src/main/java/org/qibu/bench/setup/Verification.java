package org.qibu.bench.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a clerk enters at the verification of an issue: the usual, and what the form proposes for the rest. */
public final class Verification {

    private Verification() {}

    /** @param proposed what stands in the form when it is opened */
    public static Map<String, Object> of(JsonNode proposed) {
        var values = new LinkedHashMap<String, Object>();
        values.put("verified", true);
        values.put("findings", "现场查看属实。");
        values.put("matterType", "COM_AFFAIR");
        values.put("affectedScope", "STAIRWELL");
        values.put("affectedHouseholds", 2);
        for (var key : new String[] {"publicTitle"}) {
            var value = proposed.path(key).path("value");
            if (value.isTextual() && !value.asText().isEmpty()) {
                values.put(key, value.asText());
            }
        }
        return values;
    }
}
