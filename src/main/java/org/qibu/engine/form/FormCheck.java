package org.qibu.engine.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qibu.engine.FormRefused;
import org.qibu.engine.RowList;
import org.qibu.text.ChinaTime;
import org.springframework.stereotype.Component;

/** Checks submitted values against the form they belong to, the same on every path. */
@Component
public class FormCheck {

    private final RowCheck rowCheck;
    private final Visibility visibility = new Visibility();
    private final FieldCheck fieldCheck;

    public FormCheck(RowCheck rowCheck, Clock clock) {
        this.rowCheck = rowCheck;
        this.fieldCheck = new FieldCheck(() -> LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE));
    }

    /**
     * The checked values in plain types, by key; fields that are hidden or left empty are missing, boxes always present.
     *
     * @param facts values the form's conditions ask for that are not fields of it
     * @throws FormRefused naming every field that is wrong
     */
    public Map<String, Object> check(
            FormDefinition form, Map<String, Object> submitted, Map<String, Object> facts, String communityCode) {
        var faults = new FormRefused.Collector();
        var known = form.fields().stream().map(FormField::key).toList();
        submitted.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> faults.add(key, "表单中没有“" + key + "”这一项，请按表单填写。"));
        var checked = new LinkedHashMap<String, Object>();
        for (var field : form.fields()) {
            if (visibility.isShown(field, form, submitted, facts)) {
                var value = value(field, submitted.get(field.key()), communityCode, faults);
                if (value != null) {
                    checked.put(field.key(), value);
                }
            }
        }
        faults.refuseIfAny();
        return checked;
    }

    private Object value(FormField field, Object value, String communityCode, FormRefused.Collector faults) {
        return field.isRows() ? rows(field, value, communityCode, faults) : fieldCheck.value(field, value, faults);
    }

    private List<Map<String, Object>> rows(
            FormField field, Object value, String communityCode, FormRefused.Collector faults) {
        var rows = rowCheck.check(field.key(), field.label(), value, communityCode, faults);
        var least = field.rules().minRows();
        faults.check(
                rows.size() >= least || !field.rules().required(),
                field.key(),
                "请先填写“" + field.label() + "”，至少 " + least + " 行。");
        return rows;
    }

    /** The rows of one list alone, as the matter's page writes them. */
    List<Map<String, Object>> rows(RowList list, Object value, String communityCode) {
        var faults = new FormRefused.Collector();
        var rows = rowCheck.check(list.field(), list.label(), value, communityCode, faults);
        faults.refuseIfAny();
        return rows;
    }
}
