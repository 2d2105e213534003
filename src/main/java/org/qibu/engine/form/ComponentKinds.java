package org.qibu.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The components a form may hold and what each may say: what the viewer shipped with 7.24 shows and the server honours. */
public final class ComponentKinds {

    /** What a form may say as a whole. */
    public static final Set<String> ROOT = Set.of(
            "type",
            "id",
            "schemaVersion",
            "components",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "properties");

    /** Components with choices. */
    public static final Set<String> CHOICES = Set.of("select", "radio", "checklist", "taglist");

    private static final Set<String> ALL = Set.of("type", "id", "layout", "conditional", "properties");
    private static final Set<String> ASKED =
            Set.of("key", "label", "description", "validate", "readonly", "disabled", "defaultValue");

    private static final Map<String, Set<String>> OWN = Map.ofEntries(
            Map.entry("textfield", Set.of("appearance")),
            Map.entry("textarea", Set.of()),
            Map.entry("number", Set.of("appearance", "decimalDigits", "increment", "serializeToString")),
            Map.entry("checkbox", Set.of()),
            Map.entry("select", Set.of("values", "valuesKey", "valuesExpression", "searchable")),
            Map.entry("radio", Set.of("values", "valuesKey", "valuesExpression")),
            Map.entry("checklist", Set.of("values", "valuesKey", "valuesExpression")),
            Map.entry("taglist", Set.of("values", "valuesKey", "valuesExpression")),
            Map.entry(
                    "datetime",
                    Set.of(
                            "subtype",
                            "dateLabel",
                            "timeLabel",
                            "disallowPassedDates",
                            "timeInterval",
                            "timeSerializingFormat",
                            "use24h")),
            Map.entry("text", Set.of("text", "label")),
            Map.entry("table", Set.of("label", "dataSource", "columns", "columnsExpression", "rowCount")),
            Map.entry("separator", Set.of()),
            Map.entry("spacer", Set.of("height")),
            Map.entry("group", Set.of("label", "path", "components", "showOutline", "verticalAlignment")));

    private static final Map<String, Set<String>> RULES = Map.of(
            "textfield", Set.of("required", "minLength", "maxLength", "pattern", "validationType"),
            "textarea", Set.of("required", "minLength", "maxLength", "pattern"),
            "number", Set.of("required", "min", "max"));

    private static final Map<String, Set<String>> PROPERTIES = Map.of(
            "text", Set.of("files", "label", "required"),
            "textfield", Set.of("required", "requiredWhenShown", "routing", "format", "internal"),
            "table", Set.of("rows", "required", "minRows", "members", "internal"),
            "checklist", Set.of("required", "requiredWhenShown", "open", "internal"),
            "taglist", Set.of("required", "requiredWhenShown", "open", "internal"));

    private static final Set<String> OF_A_FIELD = Set.of("required", "requiredWhenShown", "routing", "internal");

    private static final Map<String, String> REFUSED = Map.of(
            "filepicker", "：文件请在“事项”页签上传",
            "documentPreview", "：文件请在“事项”页签查看，请删去",
            "image", "：表单里不能放图片，图片请在“事项”页签上传",
            "html", "：表单里不能写 HTML，请改用文本（Text view）",
            "button", "：办件系统自带“完成”按钮，请删去",
            "expression", "：表单里算出的值不可信，请删去，由人填写或由流程计算",
            "iframe", "：表单里不能嵌入网页，请删去",
            "dynamiclist", "：办件系统填不了动态列表，多行内容请用写了 rows 的表格，在“事项”页签填写");

    private ComponentKinds() {}

    /** Whether a component of this type is one people fill in. */
    static boolean isAsked(String type) {
        return OWN.containsKey(type)
                && !Set.of("text", "table", "separator", "spacer", "group").contains(type);
    }

    /** Why a component of this type cannot stand in a form, as words behind its name; empty where it can. */
    public static Optional<String> refusal(String type) {
        if (OWN.containsKey(type)) {
            return Optional.empty();
        }
        return Optional.of(REFUSED.getOrDefault(type, "的类型“" + type + "”办件系统不支持，请换成文本、数字、单选等组件"));
    }

    /** What a component says that nobody would honour, by name. */
    public static List<String> unknown(JsonNode component) {
        var type = component.path("type").asText();
        var unknown = new ArrayList<String>();
        collect(component, type, unknown);
        return unknown;
    }

    private static void collect(JsonNode component, String type, List<String> unknown) {
        names(component)
                .filter(name -> !ALL.contains(name)
                        && !OWN.get(type).contains(name)
                        && !(isAsked(type) && ASKED.contains(name)))
                .forEach(unknown::add);
        part(component, "validate", RULES.getOrDefault(type, Set.of("required")), unknown);
        part(component, "properties", PROPERTIES.getOrDefault(type, OF_A_FIELD), unknown);
        part(component, "conditional", Set.of("hide"), unknown);
        part(component, "layout", Set.of("row", "columns"), unknown);
        part(component, "appearance", Set.of("prefixAdorner", "suffixAdorner"), unknown);
    }

    private static void part(JsonNode component, String part, Set<String> known, List<String> unknown) {
        names(component.path(part))
                .filter(name -> !known.contains(name))
                .map(name -> part + "." + name)
                .forEach(unknown::add);
    }

    private static Stream<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names.stream();
    }
}
