package org.qibu.engine.gate.finding;

/**
 * Where in a file something stands, as its author knows it: by what it is and by its label, which is its id where it has
 * none.
 *
 * @param kind what it is in Chinese, such as 任务 or 字段; empty where the label says everything (第 1 行“受影响户数”)
 * @param label what its author called it; blank where nothing was written
 * @param id its id in the file; blank where it has none
 */
public record Place(String kind, String label, String id) {

    private static final int LONGEST = 40;

    public Place {
        label = label == null ? "" : label.strip().replaceAll("\\s+", " ");
        label = label.length() > LONGEST ? label.substring(0, LONGEST) + "…" : label;
        id = id == null ? "" : id.strip();
    }

    /** An element of a kind. */
    public static Place of(String kind, String label, String id) {
        return new Place(kind, label, id);
    }

    /** A place that is described whole, such as a row and column of a table. */
    public static Place described(String words) {
        return new Place("", words, "");
    }

    /** Whether its label is shown instead of its id. */
    boolean hasLabel() {
        return !label.isBlank();
    }

    /** Whether its id has to stand for the label it has not. */
    boolean isNamedById() {
        return !kind.isEmpty() && !hasLabel();
    }

    /** The name alone: the label in quotes, else the id. */
    String name() {
        return isNamedById() ? id : kind.isEmpty() ? label : "“" + label + "”";
    }
}
