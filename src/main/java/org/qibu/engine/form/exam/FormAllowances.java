package org.qibu.engine.form.exam;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qibu.engine.PlainInput;
import org.qibu.engine.RoutingCode;
import org.qibu.engine.RowList;
import org.qibu.engine.form.Component;
import org.qibu.engine.form.ComponentKinds;
import org.qibu.engine.form.FieldCheck;
import org.qibu.engine.form.FormDefinition;
import org.qibu.engine.form.FormFault;
import org.qibu.engine.form.FormSources;
import org.qibu.text.TextCharacters;

/**
 * What a Camunda Form may say, as a list of what the shipped viewer shows and the server honours; whatever else stands in a
 * form is told, so that nothing is passed over in silence.
 */
final class FormAllowances {

    /** The newest schema version that was looked at; the viewer shipped with 7.24 is of 16 and reads what it knows. */
    private static final int NEWEST = 20;

    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    /** What a Java or Go engine understands in a pattern and a browser reads as something else. */
    private static final Pattern NOT_IN_BROWSERS =
            Pattern.compile("\\(\\?[a-zA-Z-]|\\(\\?P|\\\\[AzQEpPC]|\\[\\[:|\\\\x\\{");

    private static final int LONGEST_LABEL = 200;

    private final FormSources sources;
    private final FormDefinition form;
    private final List<FormFault> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final FieldKeys keys;

    private FormAllowances(FormDefinition form, FormSources sources) {
        this.form = form;
        this.sources = sources;
        this.keys = new FieldKeys(sources);
    }

    /** What a form says that nobody would honour; empty where there is nothing. */
    static List<FormFault> check(JsonNode root, FormDefinition form, FormSources sources) {
        var allowances = new FormAllowances(form, sources);
        allowances.head(root);
        allowances.components(root);
        return allowances.faults;
    }

    private void head(JsonNode root) {
        var platform = root.path("executionPlatform").asText("Camunda Platform");
        ofForm(!"Camunda Platform".equals(platform), "这是 Camunda 8 的表单，请在 Modeler 里另建 Camunda 7 的表单");
        ofForm(
                !form.id().isEmpty() && !ID.matches(form.id()) || form.id().length() > 60,
                "表单的编号“" + form.id() + "”只能由英文字母、数字、点和横线组成，以字母开头，最多 60 个字符");
        var version = root.path("schemaVersion");
        ofForm(
                !version.isMissingNode() && !(version.isInt() && version.asInt() <= NEWEST),
                "表单的格式版本 schemaVersion 是“" + version.asText() + "”，办件系统只认识到 " + NEWEST + "，请用已验证的 Modeler 重新保存");
        ofForm(!"default".equals(root.path("type").asText("default")), "表单的 type 要是 default");
        root.fieldNames()
                .forEachRemaining(name ->
                        ofForm(!ComponentKinds.ROOT.contains(name), "表单写了办件系统不认识的“" + name + "”，请在 Modeler 中删去或重新保存"));
    }

    private void components(JsonNode parent) {
        for (var json : parent.path("components")) {
            if (!json.isObject() || json.path("type").asText().isBlank()) {
                ofForm(true, "有一个组件没有类型（type），请在 Modeler 中打开并重新保存");
                continue;
            }
            var component = new Component(json, faults);
            var id = json.path("id").asText();
            component.check(id.isBlank() || ids.add(id), "的编号（id）“" + id + "”用了两次，请改成不同的");
            var refusal = ComponentKinds.refusal(component.type());
            if (refusal.isPresent()) {
                component.fault(refusal.get());
            } else {
                check(component);
                components(json);
            }
        }
    }

    private void check(Component component) {
        ComponentKinds.unknown(component.json())
                .forEach(name -> component.fault("写了办件系统不支持的“" + name + "”，请删去，没有人会照它办"));
        new ComponentValues(component).check();
        if (component.isAsked()) {
            keys.check(component);
            label(component);
            choices(component);
            pattern(component);
        }
        rows(component);
        texts(component);
        condition(component);
    }

    private static void label(Component component) {
        var label = component.label();
        component.check(!label.isBlank(), "没有标签，请写上");
        component.check(label.length() <= LONGEST_LABEL, "的标签超过 " + LONGEST_LABEL + " 个字");
        component.check(!label.startsWith("=") && !label.contains("{{"), "的标签不能是表达式，请写成文字");
    }

    private void choices(Component component) {
        if (!ComponentKinds.CHOICES.contains(component.type())) {
            return;
        }
        var key = component.json().path("valuesKey").asText();
        if (component.json().has("valuesExpression")) {
            component.fault("的选项不能用表达式，请逐个写出");
        } else if (!key.isBlank()) {
            component.check(!component.json().has("values"), "的选项既写出来又取自“" + key + "”，请留一种");
            component.check(sources.choices(form.id()).contains(key), "的选项取自“" + key + "”，这张表单没有这个来源，请逐个写出选项");
        } else {
            written(component);
            codes(component);
        }
    }

    private static void written(Component component) {
        var values = component.json().path("values");
        component.check(values.isArray() && !values.isEmpty(), "没有选项，请逐个写出");
        var seen = new HashSet<String>();
        for (var choice : values) {
            var value = choice.path("value");
            var label = choice.path("label").asText();
            component.check(!label.isBlank(), "有一个选项没有标签，请写上");
            component.check(value.isTextual() && !value.asText().isBlank(), "的选项“" + label + "”没有文字的值（value），请写上");
            component.check(
                    value.asText().equals(PlainInput.clean(value.asText()))
                            && TextCharacters.fault(value.asText()).isEmpty(),
                    "的选项“" + label + "”的值前后有空格或看不见的字，请删去");
            component.check(seen.add(value.asText()), "有两个选项的值都是“" + value.asText() + "”，请改成不同的");
        }
    }

    /** A process keeps no other texts. */
    private static void codes(Component component) {
        if (!component.json().path("properties").path("routing").asBoolean()) {
            return;
        }
        for (var choice : component.json().path("values")) {
            var value = choice.path("value").asText();
            component.check(
                    RoutingCode.is(value),
                    "的选项“" + choice.path("label").asText() + "”作流转依据，它的值“" + value + "”" + RoutingCode.WORDS
                            + "；给人看的文字写在标签里");
        }
    }

    private static void pattern(Component component) {
        var pattern = component.json().path("validate").path("pattern").asText();
        if (NOT_IN_BROWSERS.matcher(pattern).find()) {
            component.fault("的格式规则“" + pattern + "”浏览器看不懂，请写成普通的正则表达式");
            return;
        }
        try {
            Pattern.compile(FieldCheck.readable(pattern));
        } catch (PatternSyntaxException e) {
            component.fault("的格式规则“" + pattern + "”无法使用（不支持前后查找和回引），请改写");
        }
    }

    private void rows(Component component) {
        component.rows().ifPresent(field -> {
            component.check("table".equals(component.type()), "写了 rows，只有表格可以");
            component.check(
                    Optional.ofNullable(sources.rowLists().get(field))
                            .map(RowList::columns)
                            .isPresent(),
                    "的 rows “" + field + "”不是系统里的清单");
        });
    }

    /** Whatever the viewer evaluates while it shows the form. */
    private static void texts(Component component) {
        var json = component.json();
        Map.of(
                        "隐藏条件", json.path("conditional").path("hide"),
                        "文字", json.path("text"),
                        "说明", json.path("description"),
                        "数据来源", json.path("dataSource"),
                        "列", json.path("columnsExpression"),
                        "前缀", json.path("appearance").path("prefixAdorner"),
                        "后缀", json.path("appearance").path("suffixAdorner"))
                .forEach((called, text) -> ViewerTexts.objection(called, text).ifPresent(component::fault));
    }

    /** The server knows no other values when it decides whether a field is asked. */
    private void condition(Component component) {
        var hide = component.json().path("conditional").path("hide").asText();
        if (!hide.startsWith("=") || sources.addsFacts(form.id())) {
            return;
        }
        ViewerTexts.variables(hide).stream()
                .map(name -> name.split("\\.")[0])
                .filter(name ->
                        form.fields().stream().noneMatch(field -> field.key().equals(name)))
                .filter(name -> !isShownOnly(name))
                .findFirst()
                .ifPresent(name -> component.fault("的隐藏条件用到的“" + name + "”不是这张表单的字段，请改用表单里的字段编号"));
    }

    private boolean isShownOnly(String name) {
        return "brief".equals(name) || name.startsWith("files_") || keys.isOfRows(name);
    }

    private void ofForm(boolean bad, String sentence) {
        if (bad) {
            faults.add(FormFault.ofForm(sentence));
        }
    }
}
