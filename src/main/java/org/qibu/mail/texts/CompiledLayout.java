package org.qibu.mail.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A layout with gaps, which all mails of the same shape are made from: laying out takes far longer than filling in. Values
 * are put in as they are and never read for further gaps.
 */
final class CompiledLayout {

    private static final Pattern GAP = Pattern.compile("\uE000(\\d+)\uE001");

    private final List<String> pieces = new ArrayList<>();
    private final List<Integer> gaps = new ArrayList<>();

    /** @param layout with {@link #gap}s where values belong */
    CompiledLayout(String layout) {
        var found = GAP.matcher(layout);
        int end = 0;
        while (found.find()) {
            pieces.add(layout.substring(end, found.start()));
            gaps.add(Integer.valueOf(found.group(1)));
            end = found.end();
        }
        pieces.add(layout.substring(end));
    }

    /** What stands in a layout where the value of this number belongs. */
    static String gap(int number) {
        return "\uE000" + number + "\uE001";
    }

    String fill(List<String> values) {
        var filled = new StringBuilder();
        for (int i = 0; i < gaps.size(); i++) {
            filled.append(pieces.get(i)).append(values.get(gaps.get(i)));
        }
        return filled.append(pieces.get(gaps.size())).toString();
    }
}
