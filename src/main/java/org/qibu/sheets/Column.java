package org.qibu.sheets;

import java.util.Locale;

/**
 * A column of a table: programs head it with the key, people with the label; both are read.
 *
 * @param key such as {@code ownerNo}
 * @param label in Chinese, such as 业主编号
 * @param required whether a table without this heading is refused; a single cell may still be empty
 */
public record Column(String key, String label, boolean required) {

    public static Column required(String key, String label) {
        return new Column(key, label, true);
    }

    public static Column optional(String key, String label) {
        return new Column(key, label, false);
    }

    /** Whether a heading names this column; capitals, spaces and a remark in brackets do not matter. */
    boolean isNamed(String heading) {
        var plain = plain(heading);
        return plain.equals(plain(key)) || plain.equals(plain(label));
    }

    private static String plain(String heading) {
        return heading.replaceAll("[（(][^）)]*[）)]", "")
                .replaceAll("[\\s*＊]", "")
                .toLowerCase(Locale.ROOT);
    }
}
