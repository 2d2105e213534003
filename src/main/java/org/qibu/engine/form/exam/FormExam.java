package org.qibu.engine.form.exam;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.engine.FormRefused;
import org.qibu.engine.ModelBean;
import org.qibu.engine.RowList;
import org.qibu.engine.form.FieldCheck;
import org.qibu.engine.form.FormCheck;
import org.qibu.engine.form.FormDefinition;
import org.qibu.engine.form.FormFault;
import org.qibu.engine.form.FormField;
import org.qibu.engine.form.FormReader;
import org.qibu.engine.form.FormSources;
import org.qibu.engine.form.RoutingValue;
import org.qibu.engine.form.RowCheck;
import org.qibu.engine.form.SubmittedValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.engine.spi.StartFormHandler;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * Examines a Camunda Form before it is taken, by the very code that later serves and checks it: it is read, held against
 * what the viewer shows and the server honours, opened empty, and submitted with values of every shape.
 */
@org.springframework.stereotype.Component
public class FormExam {

    private final RowCheck rows;
    private final FormCheck check;
    private final FormSources sources;

    FormExam(
            RowCheck rows,
            FormCheck check,
            ObjectProvider<FormHandler> handlers,
            ObjectProvider<StartFormHandler> startHandlers,
            ListableBeanFactory beans) {
        this.rows = rows;
        this.check = check;
        this.sources = new OfRooms(handlers, startHandlers, beans);
    }

    /**
     * How a form stands.
     *
     * @param id of the form; empty text where it has none
     * @param faults what stands against it, in the order of the form; empty where it can be used
     * @param routing what each field hands to the models, by its key
     */
    public record Result(String id, List<FormFault> faults, Map<String, RoutingValue> routing) {}

    /** Examines one form. */
    public Result examine(byte[] source) {
        var reading = FormReader.read(source);
        var form = reading.form();
        var faults = new ArrayList<>(reading.faults());
        // a wrong property is better told once than again by each step that stumbles over it
        if (faults.isEmpty() || reading.root().path("components").isArray()) {
            FormAllowances.check(reading.root(), form, sources).stream()
                    .filter(fault -> !faults.contains(fault))
                    .forEach(faults::add);
        }
        if (faults.isEmpty()) {
            faults.addAll(trial(form));
        }
        return new Result(form.id(), List.copyOf(faults), routing(form));
    }

    private static Map<String, RoutingValue> routing(FormDefinition form) {
        var routing = new LinkedHashMap<String, RoutingValue>();
        form.fields().forEach(field -> routing.merge(field.key(), RoutingValue.of(field), RoutingValue::or));
        return routing;
    }

    private List<FormFault> trial(FormDefinition form) {
        var faults = new ArrayList<FormFault>();
        refused(form, Map.of());
        var whole = new LinkedHashMap<String, Object>();
        for (var field : form.fields()) {
            if (!field.isRows() && !field.readOnly()) {
                var samples = FormSamples.of(field);
                if (samples.isEmpty()) {
                    faults.add(fault(field, "按它自己的规则找不到能填的值，请检查范围、字数和格式规则"));
                } else {
                    whole.put(field.key(), samples.get(0));
                    each(field, samples, faults);
                }
            }
        }
        if (faults.isEmpty()) {
            refused(form, whole)
                    .forEach(fault -> faults.add(new FormFault(
                            "字段",
                            form.label(fault.key()),
                            fault.key(),
                            "按规则填好仍不能提交（" + withoutStop(fault.message()) + "）")));
        }
        return faults;
    }

    private static void each(FormField field, List<Object> samples, List<FormFault> faults) {
        samples.stream()
                .map(sample ->
                        SubmittedValues.plain(Map.of(field.key(), sample)).get(field.key()))
                .flatMap(plain -> FieldCheck.objection(field, plain).stream())
                .findFirst()
                .ifPresent(why -> faults.add(fault(field, "按规则填好仍不能提交（" + withoutStop(why) + "）")));
    }

    /** What is refused beyond rows, which are entered on the matter's page. */
    private List<FormRefused.Fault> refused(FormDefinition form, Map<String, Object> submitted) {
        var rowKeys = form.fields().stream()
                .filter(FormField::isRows)
                .map(FormField::key)
                .collect(Collectors.toSet());
        try {
            check.check(form, SubmittedValues.plain(submitted), Map.of(), "");
            return List.of();
        } catch (FormRefused refused) {
            return refused.faults().stream()
                    .filter(fault -> !rowKeys.contains(fault.key()))
                    .toList();
        }
    }

    private static FormFault fault(FormField field, String words) {
        return new FormFault("字段", field.label(), field.key(), words);
    }

    private static String withoutStop(String sentence) {
        return sentence.replaceAll("。$", "");
    }

    /** What the rooms of this application supply. */
    private final class OfRooms implements FormSources {

        private final SingletonSupplier<List<FormHandler>> handlers;
        private final SingletonSupplier<List<StartFormHandler>> startHandlers;
        private final ListableBeanFactory beans;

        OfRooms(
                ObjectProvider<FormHandler> handlers,
                ObjectProvider<StartFormHandler> startHandlers,
                ListableBeanFactory beans) {
            this.handlers = SingletonSupplier.of(() -> handlers.stream().toList());
            this.startHandlers =
                    SingletonSupplier.of(() -> startHandlers.stream().toList());
            this.beans = beans;
        }

        @Override
        public Set<String> choices(String formId) {
            var choices = new HashSet<String>();
            Stream.concat(
                            handlers.obtain().stream()
                                    .filter(handler -> handler.formId().equals(formId))
                                    .map(FormHandler::choices),
                            startHandlers.obtain().stream()
                                    .filter(handler -> handler.formId().equals(formId))
                                    .map(StartFormHandler::choices))
                    .filter(Objects::nonNull)
                    .forEach(choices::addAll);
            return choices;
        }

        @Override
        public Map<String, RowList> rowLists() {
            return rows.known();
        }

        @Override
        public boolean addsFacts(String formId) {
            return handlers.obtain().stream()
                            .anyMatch(handler -> handler.formId().equals(formId))
                    || startHandlers.obtain().stream()
                            .anyMatch(handler -> handler.formId().equals(formId));
        }

        @Override
        public Set<String> components() {
            return Set.of(beans.getBeanNamesForAnnotation(ModelBean.class));
        }
    }
}
