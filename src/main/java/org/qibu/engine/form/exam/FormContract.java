package org.qibu.engine.form.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.qibu.engine.form.FormFault;
import org.qibu.engine.form.FormField;
import org.qibu.engine.form.FormReader;

/**
 * What a changed form of the program still has to ask, since the program and its processes go by it: fields that are
 * required or kept for routing stay, stay required and of their kind, and a choice a process goes by has a way to go.
 */
public final class FormContract {

    /** Kinds that hold the same values. */
    private static final Map<String, String> SAME =
            Map.of("textarea", "textfield", "radio", "select", "taglist", "checklist");

    private FormContract() {}

    /**
     * What is missing in a form.
     *
     * @param own the form as it comes with the program
     * @param sent the form that is to take its place; one that cannot be read breaks nothing here
     * @param isInModels whether the models and tables that come with it name a value
     */
    public static List<FormFault> broken(byte[] own, byte[] sent, Predicate<String> isInModels) {
        var faults = new ArrayList<FormFault>();
        var changed = FormReader.read(sent).form();
        for (var field : FormReader.read(own).form().fields()) {
            if (field.rules().required() || field.routing()) {
                changed.fields().stream()
                        .filter(other -> other.key().equals(field.key()))
                        .findFirst()
                        .ifPresentOrElse(
                                other -> check(field, other, isInModels, faults),
                                () -> faults.add(fault(field, "（" + field.key() + "）程序要用，不能删去，请放回")));
            }
        }
        return faults;
    }

    private static void check(FormField own, FormField sent, Predicate<String> isInModels, List<FormFault> faults) {
        if (!kind(own).equals(kind(sent))) {
            faults.add(fault(sent, "的类型程序要用，不能从 " + own.type() + " 改成 " + sent.type()));
        } else if (own.rules().required() && !sent.rules().required()) {
            faults.add(fault(sent, "程序要用，必须保持必填"));
        } else if (own.routing() && !sent.routing()) {
            faults.add(fault(sent, "流程要用，自定义属性 routing=true 不能去掉"));
        }
        if (own.choices().stream().anyMatch(isInModels)) {
            sent.choiceWords().forEach((value, words) -> {
                if (!own.choices().contains(value) && !isInModels.test(value)) {
                    faults.add(fault(sent, "的选项“" + words + "”（" + value + "）流程里没有走法，选了会停住，请删去，或先在流程里加上"));
                }
            });
        }
    }

    private static String kind(FormField field) {
        return field.isRows() ? "rows" : SAME.getOrDefault(field.type(), field.type());
    }

    private static FormFault fault(FormField field, String words) {
        return new FormFault("字段", field.label(), field.key(), words);
    }
}
