package org.qibu.matter.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibu.calendar.SpokenDates;
import org.qibu.engine.RowList;
import org.springframework.stereotype.Component;

/** Formats rows for display: names, choice labels, Chinese days. */
@Component
class RowWords {

    private final Names names;

    RowWords(Names names) {
        this.names = names;
    }

    List<Map<String, Object>> of(String communityCode, RowList list, List<Map<String, Object>> rows) {
        var called = names.in(communityCode, rows);
        return rows.stream().map(row -> said(list, row, called)).toList();
    }

    private static Map<String, Object> said(RowList list, Map<String, Object> row, Map<String, String> called) {
        var said = new LinkedHashMap<String, Object>();
        row.forEach((key, value) -> said.put(key, said(list, key, value, called)));
        return said;
    }

    private static Object said(RowList list, String key, Object value, Map<String, String> called) {
        if (value instanceof Boolean flag) {
            return flag ? "是" : "否";
        }
        if (!(value instanceof String text)) {
            return value;
        }
        return list.columns().stream()
                .filter(column -> column.key().equals(key))
                .flatMap(column -> column.choices().stream())
                .filter(choice -> choice.value().equals(text))
                .map(RowList.Choice::label)
                .findFirst()
                .orElseGet(() -> called.getOrDefault(text, SpokenDates.spoken(text, Locale.CHINESE)));
    }
}
