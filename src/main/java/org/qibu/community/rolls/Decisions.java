package org.qibu.community.rolls;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibu.sheets.SheetRefused;
import org.qibu.text.ComparisonKey;
import org.qibu.text.TextCharacters;

/**
 * What whoever imports a roll has decided about its numbers.
 *
 * @param prefix goes before every number of a person in the file that does not begin with it; empty for none
 * @param renamed the numbers of people who bear another name since the last list, as they are written with the prefix
 * @param allRenamed how many people in all bear another name, where that was said of all of them at once; null where not
 */
public record Decisions(
        String prefix, Set<String> renamed, @Nullable Integer allRenamed) {

    private static final Pattern PREFIX = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}#._-]{0,39}");

    /** Nothing is put before the numbers, nobody changed their name. */
    public static final Decisions NONE = new Decisions("", Set.of());

    private static final Pattern ALL = Pattern.compile("all:(\\d{1,6})");

    public Decisions {
        prefix = prefix == null ? "" : plain(prefix);
        var isReadable =
                PREFIX.matcher(prefix).matches() && TextCharacters.fault(prefix).isEmpty();
        if (!prefix.isEmpty() && !isReadable) {
            throw new SheetRefused("编号前要加的字由文字、数字和 - _ . # 组成，以文字或数字开头，例如 xa-。");
        }
        if (prefix.matches(".*\\p{N}")) {
            throw new SheetRefused("编号前要加的字不能以数字结尾，否则分不清编号从哪里开始，请写成 " + prefix + "- 这样。");
        }
        renamed = Set.copyOf(renamed);
    }

    public Decisions(String prefix, Set<String> renamed) {
        this(prefix, renamed, null);
    }

    /**
     * As a program writes them: {@code prefix=xa-}, {@code renamed=O001,O002} for some people and {@code renamed=all:312}
     * for everybody who is only called otherwise, 312 people and no other number of them. Commas, blanks and line ends
     * stand between numbers.
     */
    public static Decisions of(String prefix, Collection<String> renamed) {
        var numbers = new LinkedHashSet<String>();
        @Nullable Integer all = null;
        for (var word : words(renamed)) {
            var plain = plain(word).toLowerCase(Locale.ROOT);
            var match = ALL.matcher(plain);
            if (match.matches()) {
                all = Integer.valueOf(match.group(1));
            } else if (plain.equals("all") || plain.startsWith("all:")) {
                throw new DecisionRefused("全部都是改名的，请写 all:人数，例如 all:312。");
            } else {
                numbers.add(word);
            }
        }
        return new Decisions(prefix, numbers, all);
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\p{Pd}|\u2212", "-")
                .strip();
    }

    private static List<String> words(Collection<String> renamed) {
        return (renamed == null ? List.<String>of() : renamed)
                .stream()
                        .flatMap(each -> Arrays.stream(each.split("[,，、;；\\p{Z}\\p{Cc}]+")))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /** The number as this roll will have it. */
    public String prefixed(String number) {
        var begun = ComparisonKey.of(number)
                .value()
                .startsWith(ComparisonKey.of(prefix).value());
        return number.isEmpty() || begun ? number : prefix + number;
    }

    /**
     * The questions that are answered and those that are open.
     *
     * @throws DecisionRefused where something is decided that is not asked
     */
    public Review review(List<Rename> asked) {
        var named = renamed.stream().map(ComparisonKey::of).collect(Collectors.toSet());
        refuseUnasked(asked);
        var isDecided = asked.stream()
                .collect(Collectors.partitioningBy(each -> named.contains(ComparisonKey.of(each.number()))
                        || allRenamed != null && !each.isAskedByItself()));
        return new Review(isDecided.getOrDefault(false, List.of()), isDecided.getOrDefault(true, List.of()));
    }

    private void refuseUnasked(List<Rename> asked) {
        var numbers =
                asked.stream().map(each -> ComparisonKey.of(each.number())).collect(Collectors.toSet());
        renamed.stream()
                .filter(number -> !numbers.contains(ComparisonKey.of(number)))
                .sorted()
                .findFirst()
                .ifPresent(number -> {
                    throw new DecisionRefused("改名的编号 " + number + " 不在这份名册里，或者姓名没有变，请去掉后再导入。");
                });
        var all = asked.stream().filter(each -> !each.isAskedByItself()).count();
        if (allRenamed != null && allRenamed != all) {
            throw new DecisionRefused("说的是 " + allRenamed + " 人都是改名，这份名册里编号相同、姓名不同的是 " + all + " 人，请重新核对后再导入。");
        }
    }

    /** Something was decided that is not asked; the roll itself may be fine. */
    public static final class DecisionRefused extends SheetRefused {

        private static final long serialVersionUID = 1L;

        DecisionRefused(String sentence) {
            super(sentence);
        }
    }

    /**
     * What was asked about known people.
     *
     * @param open not decided yet
     * @param decided to be carried out
     */
    public record Review(List<Rename> open, List<Rename> decided) {}
}
