package org.qibu.engine;

import org.qibu.text.TextCharacters;

/** Text as a person meant it: composed, its lines ended alike, nothing around it. */
public final class PlainInput {

    private PlainInput() {}

    /**
     * The text as it is kept; refused where it holds a character that cannot be kept.
     *
     * @param field the key of the field it stands in
     * @param label what the sentence begins with, such as “标题”
     */
    public static String checked(String text, String field, String label, FormRefused.Collector faults) {
        TextCharacters.fault(text).ifPresent(fault -> faults.add(field, label + fault));
        return clean(text);
    }

    /** The text without characters that neither show nor change what shows; those that cannot be kept stay in it. */
    public static String clean(String text) {
        return TextCharacters.shown(text).strip();
    }
}
