package org.qibu.engine.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;

/**
 * The JSON a request to the engine carries, read once by ourselves before the engine reads it: one object, not too deep, no
 * name twice, nothing that cannot be kept, and nowhere in it a criterion that is an expression, however its name is escaped.
 * The engine looks for expressions on the outer level of a query only (CVE-2026-109432).
 */
final class JsonContent {

    /** The deepest that a form's values and a query within a query within a query need many times over. */
    static final int DEEPEST = 50;

    private static final int LONGEST_NUMBER = 100;
    /** Values of a form stand here under names that whoever drew the form chose; queries keep lists under it. */
    private static final String VALUES = "variables";

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser json;
    private int depth;
    /** Inside the values of a form. */
    private boolean isValues;

    private JsonContent(JsonParser json) {
        this.json = json;
    }

    /** Refuses with a sentence what is no such object. */
    static void check(byte[] body) throws IOException {
        try (var json = JSON.createParser(body)) {
            new JsonContent(json).readAll();
        } catch (StreamConstraintsException tooMuch) {
            throw new UnreadableRequest("请求内容的层次太深，或数字太长。");
        } catch (JsonProcessingException | CharConversionException broken) {
            throw new UnreadableRequest("请求内容不是正确的 JSON" + place(broken) + "，请检查后再试。");
        }
    }

    private static String place(IOException broken) {
        return broken instanceof JsonProcessingException json && json.getLocation() != null
                ? "（第 " + json.getLocation().getLineNr() + " 行第 "
                        + json.getLocation().getColumnNr() + " 个字符附近）"
                : "";
    }

    private void readAll() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new UnreadableRequest("请求内容要是一个 JSON 对象，用 { } 括起来。");
        }
        depth = 1;
        while (depth > 0) {
            read(json.nextToken());
        }
        if (json.nextToken() != null) {
            throw new UnreadableRequest("JSON 对象后面还有多余的内容，请删去。");
        }
    }

    private void read(JsonToken token) throws IOException {
        switch (token) {
            case START_OBJECT, START_ARRAY -> {
                depth++;
                isValues |= depth == 2 && token == JsonToken.START_OBJECT && VALUES.equals(json.currentName());
            }
            case END_OBJECT, END_ARRAY -> {
                depth--;
                isValues &= depth > 1;
            }
            case FIELD_NAME -> {
                var name = json.currentName();
                if (!isValues) {
                    SafeText.mustNotBeExpression(name);
                }
                SafeText.mustBeText(name, name);
            }
            case VALUE_STRING ->
                SafeText.mustBeText(json.currentName() == null ? "" : json.currentName(), json.getText());
            default -> {
                // numbers, true, false, null
            }
        }
    }
}
