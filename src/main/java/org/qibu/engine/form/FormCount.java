package org.qibu.engine.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.qibu.engine.FormCase;
import org.qibu.engine.spi.FormWatch;
import org.qibu.engine.spi.FormWatch.Load;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Counts what a person filled in and what stood there already, and tells whoever watches. */
@Component
class FormCount {

    private final SingletonSupplier<Optional<FormWatch>> watch;

    FormCount(ObjectProvider<FormWatch> watch) {
        this.watch = SingletonSupplier.of(() -> Optional.ofNullable(watch.getIfAvailable()));
    }

    void opened(String place, String userId) {
        if (userId != null) {
            watch.obtain().ifPresent(watching -> watching.opened(place, userId));
        }
    }

    void taken(
            String place,
            FormCase form,
            FormDefinition definition,
            Map<String, Object> values,
            Map<String, Object> known) {
        if (form.userId() != null) {
            watch.obtain().ifPresent(watching -> watching.taken(place, form, load(definition, values, known)));
        }
    }

    /**
     * @param values as they were checked, by key
     * @param known what the form opened with, by key; the form's own presets count where nothing else was known
     */
    static Load load(FormDefinition definition, Map<String, Object> values, Map<String, Object> known) {
        var filled = 0;
        var kept = 0;
        for (var field : definition.fields()) {
            var value = values.get(field.key());
            var before = before(field, known);
            if (value instanceof List<?> rows && field.isRows()) {
                for (int row = 0; row < rows.size(); row++) {
                    var load = cells((Map<?, ?>) rows.get(row), rowOf(before, row));
                    filled += load.filled();
                    kept += load.kept();
                }
            } else if (holdsSomething(value)) {
                filled++;
                kept += isSame(field, value, before) ? 1 : 0;
            }
        }
        return new Load(filled, kept);
    }

    private static Object before(FormField field, Map<String, Object> known) {
        var before = known.get(field.key());
        return before == null ? field.preset().orElse(null) : before;
    }

    private static Map<?, ?> rowOf(Object rows, int number) {
        return rows instanceof List<?> list && number < list.size() && list.get(number) instanceof Map<?, ?> row
                ? row
                : Map.of();
    }

    private static Load cells(Map<?, ?> row, Map<?, ?> before) {
        var filled = row.entrySet().stream()
                .filter(cell -> holdsSomething(cell.getValue()))
                .toList();
        var kept = filled.stream()
                .filter(cell -> isEqual(cell.getValue(), before.get(cell.getKey())))
                .count();
        return new Load(filled.size(), (int) kept);
    }

    private static boolean holdsSomething(Object value) {
        return value != null && !Boolean.FALSE.equals(value) && !List.of().equals(value);
    }

    private static boolean isSame(FormField field, Object value, Object before) {
        return isEqual(value, before)
                || before != null
                        && Moments.normalise(field.type(), before.toString())
                                .filter(value::equals)
                                .isPresent();
    }

    private static boolean isEqual(Object value, Object before) {
        if (value instanceof Number && before instanceof Number) {
            return new BigDecimal(value.toString()).compareTo(new BigDecimal(before.toString())) == 0;
        }
        return Objects.toString(value).equals(Objects.toString(before));
    }
}
