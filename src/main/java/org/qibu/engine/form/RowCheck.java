package org.qibu.engine.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.qibu.engine.FormRefused;
import org.qibu.engine.PlainInput;
import org.qibu.engine.RowList;
import org.qibu.engine.RowList.Column;
import org.qibu.engine.spi.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Checks lists of rows member by member; a fault names the row as a person counts. */
@Component
public class RowCheck {

    private static final int MOST_ROWS = 5_000;
    private static final int LONGEST_TEXT = 4_000;

    private final Supplier<Map<String, RowList>> lists;
    private final People people;

    public RowCheck(ObjectProvider<RowList> lists, People people) {
        this.lists = SingletonSupplier.of(
                () -> lists.stream().collect(Collectors.toMap(RowList::field, Function.identity())));
        this.people = people;
    }

    List<Map<String, Object>> check(
            String field, String label, Object value, String communityCode, FormRefused.Collector faults) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> rows) || rows.size() > MOST_ROWS) {
            faults.add(field, "“" + label + "”要按行提交，最多 " + MOST_ROWS + " 行。");
            return List.of();
        }
        var list = list(field);
        expectPeople(list, rows, communityCode);
        var checked = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            var members = row instanceof String word && !list.columns().isEmpty()
                    ? Map.of(list.columns().get(0).key(), word)
                    : row;
            checked.add(new Row(list, label, checked.size() + 1, communityCode, faults).check(members));
        }
        return checked;
    }

    /** Everybody named in the rows is looked up together. */
    private void expectPeople(RowList list, Collection<?> rows, String communityCode) {
        var columns = list.columns().stream()
                .filter(column -> column.kind() == RowList.Kind.PERSON || column.kind() == RowList.Kind.PERSON_OR_NAME)
                .map(Column::key)
                .toList();
        var typed = rows.stream()
                .filter(Map.class::isInstance)
                .flatMap(row -> columns.stream().map(((Map<?, ?>) row)::get))
                .filter(Objects::nonNull)
                .map(value -> value.toString().strip())
                .toList();
        if (!typed.isEmpty()) {
            people.expect(communityCode, typed);
        }
    }

    private RowList list(String field) {
        return known().getOrDefault(field, new RowList(field, field, List.of()));
    }

    public Map<String, RowList> known() {
        return lists.get();
    }

    /** One row on its way through the check. */
    private final class Row {

        private final RowList list;
        private final String label;
        private final int number;
        private final String communityCode;
        private final FormRefused.Collector faults;

        Row(RowList list, String label, int number, String communityCode, FormRefused.Collector faults) {
            this.list = list;
            this.label = label;
            this.number = number;
            this.communityCode = communityCode;
            this.faults = faults;
        }

        Map<String, Object> check(Object row) {
            var checked = new LinkedHashMap<String, Object>();
            if (!(row instanceof Map<?, ?> members)) {
                fault("不是一行数据");
                return checked;
            }
            var known = list.columns().stream().map(Column::key).toList();
            members.keySet().stream()
                    .filter(member -> !known.contains(String.valueOf(member)))
                    .forEach(member -> fault("没有“" + member + "”这一列"));
            for (var column : list.columns()) {
                var value = members.get(column.key());
                if (value == null || value instanceof String text && text.isBlank()) {
                    if (column.required()) {
                        fault("没有填写“" + column.label() + "”");
                    }
                } else {
                    checked.put(column.key(), member(column, value));
                }
            }
            return checked;
        }

        private Object member(Column column, Object value) {
            return switch (column.kind()) {
                case FLAG -> FieldCheck.yesOrNo(value).orElseGet(() -> wrong(column, "只能是或否", false));
                case WHOLE ->
                    FieldCheck.number(value)
                            .filter(number -> number.stripTrailingZeros().scale() <= 0 && number.signum() >= 0)
                            .map(number -> (Object) number.longValue())
                            .orElseGet(() -> wrong(column, "要填不小于 0 的整数", 0L));
                case AMOUNT ->
                    FieldCheck.number(value)
                            .filter(number -> number.stripTrailingZeros().scale() <= 2 && number.signum() >= 0)
                            .map(Object.class::cast)
                            .orElseGet(() -> wrong(column, "要填不小于 0、最多两位小数的金额", 0));
                case DAY ->
                    Moments.normalise("date", value.toString())
                            .map(Object.class::cast)
                            .orElseGet(() -> wrong(column, "不是有效日期", ""));
                case CHOICE -> choice(column, value.toString());
                case PERSON -> person(column, value.toString());
                case PERSON_OR_NAME ->
                    people.numberOf(communityCode, value.toString().strip())
                            .map(Object.class::cast)
                            .orElseGet(() -> name(column, value.toString().strip()));
                case TEXT -> text(column, value);
            };
        }

        private Object choice(Column column, String value) {
            return column.choices().stream().anyMatch(choice -> choice.value().equals(value))
                    ? value
                    : wrong(column, "不能是“" + value + "”", value);
        }

        private Object person(Column column, String value) {
            var typed = value.strip();
            return people.numberOf(communityCode, typed)
                    .map(Object.class::cast)
                    .orElseGet(() -> wrong(column, people.whyNobody(communityCode, typed), value));
        }

        /** Somebody no list knows may be named; a number no list knows is a slip, and would stand in the papers as a name. */
        private Object name(Column column, String typed) {
            var isNumber = typed.codePoints().anyMatch(Character::isDigit)
                    && typed.codePoints().noneMatch(Character::isIdeographic);
            return isNumber ? wrong(column, people.whyNobody(communityCode, typed), typed) : text(column, typed);
        }

        private Object text(Column column, Object value) {
            var text = PlainInput.checked(
                    value.toString(),
                    list.field(),
                    "“" + label + "”第 " + number + " 行“" + column.label() + "”",
                    faults);
            return text.length() <= LONGEST_TEXT ? text : wrong(column, "最多 " + LONGEST_TEXT + " 个字", "");
        }

        private <T> T wrong(Column column, String why, T instead) {
            fault("“" + column.label() + "”" + why);
            return instead;
        }

        private void fault(String why) {
            faults.add(list.field(), "“" + label + "”第 " + number + " 行" + why + "。");
        }
    }
}
