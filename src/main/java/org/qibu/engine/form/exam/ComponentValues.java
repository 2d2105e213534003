package org.qibu.engine.form.exam;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.qibu.engine.form.Component;
import org.qibu.engine.form.FieldCheck;
import org.qibu.engine.form.FormField;

/** Whether what a component says is of the kind it has to be, and does not contradict itself. */
final class ComponentValues {

    private static final List<String> YES_OR_NO = List.of(
            "readonly", "disabled", "searchable", "use24h", "serializeToString", "disallowPassedDates", "showOutline");
    private static final List<String> PROPERTIES = List.of("required", "requiredWhenShown", "routing", "open");
    private static final Set<String> MOMENTS = Set.of("date", "time", "datetime");
    private static final Set<String> OFFSETS = Set.of("utc_offset", "utc_normalized", "no_timezone");
    private static final Set<String> FORMATS = Set.of("", "email", "phone");
    private static final Set<String> VALIDATIONS = Set.of("", "custom", "email", "phone");

    private final Component component;
    private final JsonNode json;

    ComponentValues(Component component) {
        this.component = component;
        this.json = component.json();
    }

    void check() {
        YES_OR_NO.forEach(name -> yesOrNo(json.path(name), name));
        yesOrNo(json.path("validate").path("required"), "required");
        PROPERTIES.forEach(name -> property(name, json.path("properties").path(name)));
        component.check(!json.path("disabled").asBoolean(), "不能停用（disabled），请改为只读或删去");
        var rules = component.field(List.of()).rules();
        component.check(!json.path("readonly").asBoolean() || !rules.required(), "是只读的，不能又设为必填");
        component.check(
                !json.path("conditional").has("hide")
                        || json.path("conditional").path("hide").isTextual(),
                "的隐藏条件要是以 = 开头的 FEEL 表达式");
        contradictions(rules);
        layout();
        choices();
        if (component.isAsked()) {
            preset(rules);
        }
    }

    private void yesOrNo(JsonNode value, String name) {
        component.check(value.isMissingNode() || value.isBoolean(), "的 " + name + " 只能勾选，不能写“" + value.asText() + "”");
    }

    private void property(String name, JsonNode value) {
        component.check(
                value.isMissingNode() || Set.of("true", "false").contains(value.asText()),
                "的自定义属性 " + name + " 只能是 true 或 false，现在是“" + value.asText() + "”");
    }

    private void contradictions(FormField.Rules rules) {
        rules.minLength()
                .ifPresent(min -> rules.maxLength()
                        .ifPresent(max -> component.check(min <= max, "的最少字数 " + min + " 比最多字数 " + max + " 大")));
        rules.min()
                .ifPresent(min -> rules.max()
                        .ifPresent(max -> component.check(
                                min.compareTo(max) <= 0, "的最小值 " + plain(min) + " 比最大值 " + plain(max) + " 大")));
        rules.step().ifPresent(step -> component.check(step.signum() > 0, "的步长要大于 0"));
        rules.decimals().ifPresent(decimals -> component.check(decimals <= 10, "的小数位数最多 10 位"));
        rules.maxLength()
                .ifPresent(max -> component.check(max > 0 && max <= 20_000, "的最多字数要在 1 到 20000 之间，现在是“" + max + "”"));
    }

    private void layout() {
        var columns = json.path("layout").path("columns");
        component.check(
                columns.isMissingNode()
                        || columns.isNull()
                        || columns.isInt() && columns.asInt() >= 1 && columns.asInt() <= 16,
                "的宽度（columns）要在 1 到 16 之间，现在是“" + columns.asText() + "”");
    }

    private void choices() {
        var type = json.path("validate").path("validationType").asText();
        var format = json.path("properties").path("format").asText();
        component.check(FORMATS.contains(format), "的自定义属性 format “" + format + "”不认识，只能是 phone 或 email");
        component.check(VALIDATIONS.contains(type), "的格式 validationType “" + type + "”不认识，只能是 email、phone 或 custom");
        if ("datetime".equals(component.type())) {
            component.check(
                    MOMENTS.contains(component.kind()),
                    "的 subtype “" + component.kind() + "”不认识，只能是 date、time 或 datetime");
            var offset = json.path("timeSerializingFormat").asText("utc_offset");
            component.check(OFFSETS.contains(offset), "的时间格式“" + offset + "”不认识，请重新选择");
            var interval = json.path("timeInterval");
            component.check(
                    interval.isMissingNode() || interval.isInt() && interval.asInt() > 0 && interval.asInt() <= 60,
                    "的时间间隔要是 1 到 60 分钟，现在是“" + interval.asText() + "”");
        }
    }

    /** A preset has to be something a person could have entered. */
    private void preset(FormField.Rules rules) {
        var preset = json.path("defaultValue");
        if (preset.isMissingNode()
                || preset.isNull()
                || preset.isTextual() && preset.asText().isEmpty()) {
            return;
        }
        var fits = switch (component.type()) {
            case "checkbox" -> preset.isBoolean();
            case "number" -> preset.isNumber() || preset.isTextual();
            case "checklist", "taglist" -> preset.isArray();
            default -> preset.isTextual();
        };
        component.check(fits, "的默认值“" + shown(preset) + "”不是这种字段能填的");
        if (fits && !"checkbox".equals(component.type())) {
            var fault = FieldCheck.objection(component.field(List.of()), plain(preset));
            fault.ifPresent(why -> component.fault("的默认值“" + shown(preset) + "”填不进去（" + why + "）"));
        }
    }

    private static Object plain(JsonNode preset) {
        if (!preset.isArray()) {
            return preset.asText();
        }
        var words = new ArrayList<Object>();
        preset.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static String shown(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
