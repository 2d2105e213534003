package org.qibu.engine.draft;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qibu.engine.FormRefused;
import org.qibu.engine.PlainInput;
import org.qibu.engine.form.FormDefinition;

/** Looks at what is to be kept as a draft: fields of the form only, plain values only, not too much. */
public final class DraftCheck {

    /** Most bytes of a draft: what a browser still sends while a page is being left. */
    static final int MOST_BYTES = 60_000;

    private static final int MOST_CHOICES = 500;

    private DraftCheck() {}

    /**
     * The values as they are kept.
     *
     * @throws FormRefused naming every field that is not one of the form, or whose value no form would send
     */
    public static Map<String, Object> check(FormDefinition form, Map<String, Object> typed) {
        var faults = new FormRefused.Collector();
        var kept = new LinkedHashMap<String, Object>();
        var keys = form.keys();
        var bytes = 0L;
        for (var entry : typed.entrySet()) {
            var key = PlainInput.clean(entry.getKey());
            faults.check(keys.contains(key), key, "表单中没有“" + shortened(key) + "”这一项，请按表单填写。");
            faults.check(isPlain(entry.getValue()), key, "“" + form.label(key) + "”的内容不是表单能填写的格式，没有保存。");
            kept.put(key, plain(entry.getValue()));
            bytes += size(entry.getValue());
        }
        faults.check(bytes <= MOST_BYTES, "", "填写的内容太多，草稿没有保存，请先提交或缩短内容。");
        faults.refuseIfAny();
        return kept;
    }

    /** What was typed in words, field by field, for copying; what was only chosen is left out. */
    public static String words(FormDefinition form, Map<String, Object> values) {
        var words = new StringBuilder();
        for (var key : form.textKeys()) {
            if (values.get(key) instanceof String text && !text.isBlank()) {
                words.append(form.label(key)).append("：").append(text).append('\n');
            }
        }
        return words.toString().strip();
    }

    private static boolean isPlain(Object value) {
        if (value instanceof List<?> list) {
            return list.size() <= MOST_CHOICES && list.stream().allMatch(DraftCheck::isSingle);
        }
        return isSingle(value);
    }

    private static boolean isSingle(Object value) {
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static Object plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(DraftCheck::plain).toList();
        }
        return value instanceof String text ? readable(text) : value;
    }

    /**
     * Spaces at the end stay, since somebody is still typing; for what a database cannot keep stands the sign of a failed
     * conversion, which the form refuses by its field when it is submitted.
     */
    private static String readable(String text) {
        var kept = new StringBuilder();
        text.codePoints()
                .map(sign -> sign == 0 || Character.getType(sign) == Character.SURROGATE ? 0xFFFD : sign)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static long size(Object value) {
        return value == null ? 4 : String.valueOf(value).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String shortened(String key) {
        return key.length() > 40 ? key.substring(0, 40) + "…" : key;
    }
}
