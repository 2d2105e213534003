package org.qibu.engine.gate.dmn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody meant who wrote a cell as in a spreadsheet, in Chinese, or with the signs of a Chinese keyboard. It only
 * guesses; whoever asks decides which guess can be used.
 */
final class CellSpelling {

    private static final String WIDE_OPEN = "“”„‟「」『』＂«»";
    private static final String WIDE_SINGLE = "‘’‚‛＇`´";
    private static final String[][] SIGNS = {
        {"≥", ">="},
        {"≧", ">="},
        {"⩾", ">="},
        {"≤", "<="},
        {"≦", "<="},
        {"⩽", "<="},
        {"，", ","},
        {"、", ","},
        {"；", ","},
        {"。", "."},
        {"【", "["},
        {"】", "]"},
        {"〔", "["},
        {"〕", "]"},
        {"…", ".."},
        {"－", "-"},
        {"—", "-"},
        {"–", "-"},
        {"−", "-"}
    };
    /** Words of comparisons; the longer ones first. */
    private static final String[][] WORDS = {
        {"大于或等于|大于等于|不少于|不小于|不低于|至少|最少", ">= "},
        {"小于或等于|小于等于|不超过|不大于|不多于|不高于|至多|最多", "<= "},
        {"大于|超过|多于|高于", "> "},
        {"小于|少于|低于|不足|不到", "< "},
        {"等于|是|为", ""}
    };

    private static final Pattern NUMBER_WITH_UNIT =
            Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*[个户人名件次天日月年岁元万票栋幢]{1,3}(?=\\s|$)");
    private static final Pattern FROM_TO =
            Pattern.compile("\\[?\\s*(-?\\d+(?:\\.\\d+)?)\\s*(?:\\.{2,}|-|~|～|到|至)\\s*(-?\\d+(?:\\.\\d+)?)\\s*]?");
    private static final Pattern BETWEEN =
            Pattern.compile("(>=?)\\s*(-?[\\d.]+)\\s*(?:and|AND|&&|且|并且|,)\\s*(<=?)\\s*(-?[\\d.]+)");
    private static final Pattern AND_MORE =
            Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*[个户人名件次天日月年岁元]?(?:及|或)?(以上|以下|以内)");
    private static final Pattern UNEQUAL = Pattern.compile("(?:!=|<>|≠|!|！|不等于|不是|非)\\s*(.+)");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+");
    private static final Pattern SEPARATED =
            Pattern.compile("[<>]=?\\s*\\d{1,3}(,\\d{3})+|\\d{1,3}(,\\d{3})*,0\\d{2}(,\\d{3})*");
    private static final List<String> YES = List.of("是", "对", "真", "有", "√", "y", "yes", "true", "\"true\"", "1");
    private static final List<String> NO =
            List.of("否", "不", "不是", "假", "无", "没有", "×", "n", "no", "false", "\"false\"", "0");

    private CellSpelling() {}

    /** The first guess that can be used. */
    static Optional<String> mended(String text, FeelKind column, Predicate<String> usable) {
        return guesses(text.strip(), column).stream()
                .map(String::strip)
                .filter(guess -> !guess.isEmpty() && !guess.equals(text.strip()))
                .filter(usable)
                .findFirst();
    }

    /** Whether signs of a Chinese keyboard stand where quotation marks belong. */
    static boolean hasWideQuotes(String text) {
        return text.chars().anyMatch(sign -> WIDE_OPEN.indexOf(sign) >= 0);
    }

    /** A number written with separators of thousands, which would be read as several numbers; as it is written without. */
    static Optional<String> withoutThousands(String text) {
        var bare = text.strip();
        return SEPARATED.matcher(bare).matches() ? Optional.of(bare.replace(",", "")) : Optional.empty();
    }

    /** The text without its outer quotation marks, to be shown in a sentence that has its own. */
    static String shown(String text) {
        var bare = text.strip();
        var isQuoted = bare.length() > 1
                && WIDE_OPEN.indexOf(bare.charAt(0)) >= 0
                && WIDE_OPEN.indexOf(bare.charAt(bare.length() - 1)) >= 0;
        return isQuoted ? bare.substring(1, bare.length() - 1) : bare;
    }

    private static List<String> guesses(String text, FeelKind column) {
        var plain = narrow(text);
        var bare = plain.replaceFirst("^(?:==?|in\\b)\\s*(?=[^=<>])", "").strip();
        var guesses = new ArrayList<>(List.of(plain, bare));
        if (column == FeelKind.TRUTH) {
            guesses.addAll(truth(bare));
        }
        if (column != FeelKind.TEXT) {
            numbers(bare, column, guesses);
        }
        if (column == FeelKind.TEXT || column == FeelKind.UNKNOWN) {
            texts(bare, guesses);
        }
        return guesses;
    }

    private static List<String> truth(String bare) {
        var word = bare.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? List.of("true") : NO.contains(word) ? List.of("false") : List.of();
    }

    private static void numbers(String bare, FeelKind column, List<String> guesses) {
        match(FROM_TO, bare).ifPresent(m -> guesses.add("[" + m.group(1) + ".." + m.group(2) + "]"));
        match(AND_MORE, bare).ifPresent(m -> guesses.add(("以上".equals(m.group(2)) ? ">= " : "<= ") + m.group(1)));
        var worded = words(bare);
        guesses.add(worded);
        if (column != FeelKind.MOMENT) {
            guesses.add(bare.replace("\"", ""));
        }
        match(BETWEEN, worded)
                .ifPresent(m -> guesses.add((m.group(1).length() > 1 ? "[" : "]") + m.group(2) + ".." + m.group(4)
                        + (m.group(3).length() > 1 ? "]" : "[")));
        match(UNEQUAL, bare).ifPresent(m -> guesses.add("not(" + m.group(1) + ")"));
        match(THOUSANDS, bare).ifPresent(m -> guesses.add(bare.replace(",", "")));
    }

    private static void texts(String bare, List<String> guesses) {
        match(UNEQUAL, bare).ifPresent(m -> guesses.add("not(" + quotedList(m.group(1)) + ")"));
        guesses.add(quotedList(bare));
        guesses.add(quoted(bare));
    }

    private static String quotedList(String bare) {
        return Arrays.stream(bare.split("\\s*[,;|/]\\s*|\\s+or\\s+|\\s*或者?\\s*"))
                .filter(part -> !part.isBlank())
                .map(CellSpelling::quoted)
                .collect(Collectors.joining(","));
    }

    private static String quoted(String part) {
        return "\"" + part.strip().replaceAll("[\"']", "") + "\"";
    }

    private static String words(String text) {
        var said = text;
        for (var word : WORDS) {
            said = said.replaceFirst("^(?:" + word[0] + ")\\s*", word[1]);
        }
        return NUMBER_WITH_UNIT.matcher(said).replaceAll("$1");
    }

    /** Signs of a Chinese keyboard as those of an English one; what stands within quotation marks stays. */
    private static String narrow(String text) {
        var plain = new StringBuilder();
        var isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            var isMark = sign == '"' || WIDE_OPEN.indexOf(sign) >= 0 || !isQuoted && WIDE_SINGLE.indexOf(sign) >= 0;
            isQuoted ^= isMark;
            plain.append(isMark ? "\"" : isQuoted ? String.valueOf(sign) : narrow(sign));
        }
        return plain.toString()
                .replaceAll("=\\s*>", ">=")
                .replaceAll("=\\s*<", "<=")
                .strip();
    }

    private static String narrow(char sign) {
        for (var pair : SIGNS) {
            if (pair[0].length() == 1 && pair[0].charAt(0) == sign) {
                return pair[1];
            }
        }
        var isWide = sign >= '！' && sign <= '～';
        return isWide ? String.valueOf((char) (sign - '！' + '!')) : sign == '　' ? " " : String.valueOf(sign);
    }

    private static Optional<MatchResult> match(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }
}
