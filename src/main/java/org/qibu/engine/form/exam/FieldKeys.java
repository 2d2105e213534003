package org.qibu.engine.form.exam;

import com.google.re2j.Pattern;
import java.util.HashSet;
import java.util.Set;
import org.qibu.engine.form.Component;
import org.qibu.engine.form.FormSources;

/** Which keys the fields of a form may have: each one once, none that means something else to a browser or to a model. */
final class FieldKeys {

    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,59}");

    /** Words that mean something else in a browser, in an expression of a model or in FEEL. */
    private static final Set<String> RESERVED = Set.of(
            "__proto__",
            "constructor",
            "prototype",
            "toString",
            "valueOf",
            "hasOwnProperty",
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "true",
            "false",
            "null",
            "empty",
            "div",
            "mod",
            "instanceof",
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "between",
            "function",
            "instance",
            "of",
            "execution",
            "task");

    /** What the engine itself gives an expression while a task is repeated, and who works on it. */
    private static final Set<String> OF_THE_ENGINE = Set.of(
            "authenticatedUserId", "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    private static final Set<String> IDENTITY = Set.of("matterNo", "communityCode");
    private static final Set<String> ROUTABLE = Set.of("checkbox", "number", "select", "radio");

    private final FormSources sources;
    private final Set<String> keys = new HashSet<>();

    FieldKeys(FormSources sources) {
        this.sources = sources;
    }

    /** Notes what is wrong with the key of a field. */
    void check(Component component) {
        var key = component.key();
        if (key.isBlank()) {
            component.fault("没有填写 Key");
            return;
        }
        component.check(!key.contains("."), "的 Key “" + key + "”里不能有点");
        component.check(key.contains(".") || KEY.matches(key), "的 Key “" + key + "”只能由英文字母、数字、下划线组成，以字母开头，最多 60 个字符");
        component.check(!RESERVED.contains(key), "的 Key “" + key + "”是程序里的保留词，请换一个");
        component.check(keys.add(key), "的 Key “" + key + "”用了两次，请改成不同的");
        component.check(!"brief".equals(key) && !key.startsWith("files_"), "的 Key “" + key + "”系统自己要用，请换一个");
        component.check(!isOfRows(key), "的 Key “" + key + "”系统自己要用，请换一个");
        var routing = component.property("routing").filter("true"::equals).isPresent();
        component.check(!routing || ROUTABLE.contains(component.type()), "是文字，不能作为流转依据（routing）");
        component.check(
                !routing
                        || !OF_THE_ENGINE.contains(key) && !sources.components().contains(key),
                "的编号“" + key + "”是保留词，请换一个");
        component.check(!routing || !IDENTITY.contains(key), "的 Key “" + key + "”不能作为流转依据（routing）");
    }

    /** Under its key and this ending a list of rows is shown in words. */
    boolean isOfRows(String key) {
        var lists = sources.rowLists();
        return key.endsWith("Shown") && lists.containsKey(key.substring(0, key.length() - "Shown".length()));
    }
}
