package org.qibu.engine.lists;

import java.util.Locale;

/** An urgency of matters whose tasks have a list of their own; the name is the value of the process variable. */
enum ListedUrgency {
    EMERGENCY(ReadyMadeLists.RED),
    URGENT(ReadyMadeLists.ORANGE);

    private final String color;

    ListedUrgency(String color) {
        this.color = color;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String color() {
        return color;
    }
}
