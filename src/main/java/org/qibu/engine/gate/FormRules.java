package org.qibu.engine.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a Camunda Form may contain: what the shipped viewer can show, and routing values that cannot hold a person. */
final class FormRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SHOWN = Set.of(
            "text",
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "select",
            "radio",
            "checklist",
            "taglist",
            "datetime",
            "table",
            "separator",
            "spacer",
            "group",
            "default");
    private static final Set<String> ROUTABLE = Set.of("checkbox", "number", "select", "radio");

    private final Findings findings;

    FormRules(Findings findings) {
        this.findings = findings;
    }

    /** Checks a form and tells its id. */
    Optional<String> check(String file, byte[] source) {
        try {
            var form = JSON.readTree(source);
            checkComponents(file, form, new HashSet<>());
            return Optional.of(form.path("id").asText()).filter(id -> !id.isBlank());
        } catch (JsonProcessingException e) {
            findings.add(file, "不是有效的 JSON");
        } catch (IOException e) {
            findings.add(file, "无法读取");
        }
        return Optional.empty();
    }

    private void checkComponents(String file, JsonNode parent, Set<String> keys) {
        for (var component : parent.path("components")) {
            var type = component.path("type").asText();
            var key = component.path("key").asText();
            if (!SHOWN.contains(type)) {
                findings.add(file, "表单不支持组件 " + type);
            }
            if (!key.isBlank() && !keys.add(key)) {
                findings.add(file, "字段 " + key + " 出现两次");
            }
            if (component.path("properties").path("routing").asBoolean() && !ROUTABLE.contains(type)) {
                findings.add(file, "字段 " + key + " 是文字，不能作为流转依据");
            }
            checkPattern(file, key, component.path("validate").path("pattern").asText());
            checkComponents(file, component, keys);
        }
    }

    private void checkPattern(String file, String key, String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            findings.add(file, "字段 " + key + " 的格式规则无法使用");
        }
    }
}
