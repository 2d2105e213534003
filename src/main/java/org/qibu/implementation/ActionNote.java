package org.qibu.implementation;

import org.qibu.calendar.SpokenDates;
import org.qibu.matter.action.PlannedAction;

/** Formats the action a form is about: its number, text, due day and the day it is to be put off to, if any. */
final class ActionNote {

    private ActionNote() {}

    static String of(PlannedAction action) {
        var asked = action.askedDue() == null ? "" : "，申请延到 " + SpokenDates.day(action.askedDue());
        return "**第 %d 项** %s（期限 %s%s）"
                .formatted(action.no(), harmless(action.text()), SpokenDates.day(action.dueOn()), asked);
    }

    private static String harmless(String text) {
        return text.replaceAll("\\s+", " ")
                .replace("<", "＜")
                .replace(">", "＞")
                .replace("{{", "{ {")
                .replaceAll("([\\\\`*_\\[\\]#|~])", "\\\\$1");
    }
}
