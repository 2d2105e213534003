package org.qibu.matter.correspondence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qibu.matter.Matter;
import org.qibu.privacy.MaskedText;

/**
 * What a mail says beyond its title and the state of its matter. Texts are masked; the code of a receipt, which only its
 * proposer gets, is no text. Empty texts and lists leave their paragraph out.
 */
public final class MailContent {

    private final Map<String, Object> values = new HashMap<>();

    /** Nothing yet. */
    public static MailContent empty() {
        return new MailContent();
    }

    /** A text; null for none. */
    public MailContent text(String key, MaskedText text) {
        return put(key, text == null || text.isEmpty() ? null : text.toString());
    }

    /** A number. */
    public MailContent number(String key, long number) {
        return put(key, number);
    }

    /** That something is so. */
    public MailContent mark(String key) {
        return put(key, true);
    }

    /** Texts one below the other. */
    public MailContent texts(String key, List<MaskedText> texts) {
        return put(key, texts.stream().map(MaskedText::toString).toList());
    }

    /** Rows, each with its members. */
    public MailContent rows(String key, List<Map<String, MaskedText>> rows) {
        return put(key, rows.stream().map(MailContent::plain).toList());
    }

    /** The code with which the proposer acts on the matter, and how to address them; for no one else. */
    public MailContent receipt(Matter matter) {
        return put("receipt", matter.receipt()).put("proposerName", matter.proposerName());
    }

    /** A page of ours to open instead of the matter's, such as /notices/12. */
    public MailContent link(String path) {
        return put("link", path);
    }

    private MailContent put(String key, Object value) {
        if (value != null) {
            values.put(key, value);
        }
        return this;
    }

    private static Map<String, String> plain(Map<String, MaskedText> row) {
        var plain = new HashMap<String, String>();
        row.forEach((key, text) -> plain.put(key, text.toString()));
        return plain;
    }

    Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
