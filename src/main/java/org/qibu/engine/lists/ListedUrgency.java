package org.qibu.engine.lists;

import java.util.Locale;

/** An urgency of matters whose tasks have a list of their own; the name is the value of the process variable. */
enum ListedUrgency {
    EMERGENCY("紧急", ReadyMadeLists.RED),
    URGENT("较急", ReadyMadeLists.ORANGE);

    private final String chineseName;
    private final String color;

    ListedUrgency(String chineseName, String color) {
        this.chineseName = chineseName;
        this.color = color;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String chineseName() {
        return chineseName;
    }

    String color() {
        return color;
    }
}
