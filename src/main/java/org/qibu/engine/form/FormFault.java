package org.qibu.engine.form;

/**
 * Something in a Camunda Form that cannot be used, at the place where its author finds it.
 *
 * @param kind what the place is in Chinese, 字段 or 分组; empty where it is the form as a whole
 * @param label what its author called it; blank where nothing was written
 * @param id its key in the form, else its id; blank where it has none
 * @param words what follows the name of the place in a sentence, with what to write instead, without a full stop; for the
 *     form as a whole the whole sentence
 */
public record FormFault(String kind, String label, String id, String words) {

    public static FormFault ofForm(String sentence) {
        return new FormFault("", "", "", sentence);
    }

    /** The whole sentence, for whoever reads it without a list around it. */
    public String sentence() {
        var name = kind.isEmpty() ? "" : kind + "“" + (label.isBlank() ? id : label) + "”";
        return name + words + "。";
    }
}
