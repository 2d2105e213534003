package org.qibu.community.rolls;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.qibu.sheets.SheetRefused;
import org.qibu.text.ComparisonKey;

/**
 * What whoever imports a roll has decided about its numbers.
 *
 * @param prefix goes before every number of a person in the file that does not begin with it; empty for none
 * @param renamed the numbers of people who bear another name since the last list, as they are written with the prefix
 */
record Decisions(String prefix, Set<String> renamed) {

    /** Nothing is put before the numbers, nobody changed their name. */
    static final Decisions NONE = new Decisions("", Set.of());

    private static final Pattern PREFIX = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}#._-]{0,39}");

    Decisions {
        prefix = prefix == null ? "" : prefix.strip();
        if (!prefix.isEmpty() && !PREFIX.matcher(prefix).matches()) {
            throw new SheetRefused("编号前要加的字由文字、数字和 - _ . # 组成，以文字或数字开头，例如 xa-。");
        }
        renamed = Set.copyOf(renamed);
    }

    /** As a program writes them: {@code prefix=xa-} and {@code renamed=O001,O002}. */
    static Decisions of(String prefix, Collection<String> renamed) {
        var numbers = new LinkedHashSet<String>();
        (renamed == null ? List.<String>of() : renamed)
                .forEach(each ->
                        Arrays.stream(each.split("[,，]")).map(String::strip).forEach(numbers::add));
        numbers.remove("");
        return new Decisions(prefix, numbers);
    }

    /** The number as this roll will have it. */
    String prefixed(String number) {
        var begun = ComparisonKey.of(number)
                .value()
                .startsWith(ComparisonKey.of(prefix).value());
        return number.isEmpty() || begun ? number : prefix + number;
    }

    boolean isRenamed(String number) {
        return renamed.stream().anyMatch(each -> ComparisonKey.same(each, number));
    }
}
