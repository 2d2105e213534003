package org.qibu.community.rolls;

import java.util.List;

/**
 * What an import changes of somebody whom other lists name as well: mails and telephone notes of the whole community go
 * there from then on.
 *
 * @param column the label of what changes
 * @param before empty where nobody told yet
 * @param after empty where it goes with somebody else
 * @param elsewhere the other lists
 */
public record PersonChange(
        String number, String name, String column, String before, String after, List<String> elsewhere) {

    public PersonChange in(List<String> lists) {
        return new PersonChange(number, name, column, before, after, lists);
    }
}
