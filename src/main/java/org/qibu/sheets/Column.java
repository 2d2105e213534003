package org.qibu.sheets;

import java.text.Normalizer;
import org.qibu.text.ComparisonKey;

/**
 * A column of a table: programs head it with the key, people with the label; both are read.
 *
 * @param key such as {@code ownerNo}
 * @param label in Chinese, such as 业主编号
 * @param required whether a table without this heading is refused; a single cell may still be empty
 * @param nature what its cells hold
 */
public record Column(String key, String label, boolean required, Nature nature) {

    public static Column required(String key, String label) {
        return new Column(key, label, true, Nature.TEXT);
    }

    public static Column optional(String key, String label) {
        return new Column(key, label, false, Nature.TEXT);
    }

    /** The same column with cells of this nature. */
    public Column as(Nature other) {
        return new Column(key, label, required, other);
    }

    /** Whether a heading names this column; width, capitals, blanks, a star and a remark in brackets do not matter. */
    public boolean isNamed(String heading) {
        var plain = plain(heading);
        return plain.equals(plain(key)) || plain.equals(plain(label));
    }

    private static ComparisonKey plain(String heading) {
        var text = Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replaceAll("[(\\[【〔].*?[)\\]】〕]", "")
                .replaceAll("[*:]", "");
        return ComparisonKey.of(text);
    }
}
