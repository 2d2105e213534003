package org.qibu.engine.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One Chinese sentence for what the engine refuses in English; its own words stay, quoted, where no sentence says the same. */
final class RefusalWords {

    private static final String NOT_THERE = "没有找到，可能已经办完或已删除，请刷新后再试。";
    private static final int NOT_FOUND = 404;
    private static final int LONGEST_QUOTE = 300;

    private static final List<Known> KNOWN = List.of(
            new Known("authenticated user password is not valid", said -> "现在的密码不对，请重新输入。"),
            new Known(
                    "Cannot set query (?:parameter )?'?sortBy'? parameter to value '?([^'\\s]*)'?",
                    said -> "不能按“" + said.group(1) + "”排序。"),
            new Known(
                    "Cannot set query parameter '([^']+)' to value '([^']*)'",
                    said -> "查询条件“" + said.group(1) + "”的值“" + said.group(2) + "”看不懂。"),
            new Known(
                    "Only a single sorting parameter specified|sortBy and sortOrder required",
                    said -> "排序要同时写 sortBy 和 sortOrder。"),
            new Known("(?:No matching|Cannot find|Could not find|No) [\\w ]+ with ", said -> NOT_THERE),
            new Known("[\\w ]+ (?:with [^.]* )?does not exist", said -> NOT_THERE));

    private static final Pattern NUMBER = Pattern.compile("\\bENGINE-(?:REST-)?\\d+\\s*");
    private static final Pattern JAVA_NAME = Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}(?=[A-Z])");

    private RefusalWords() {}

    private record Known(Pattern pattern, Function<MatchResult, String> sentence) {

        Known(String said, Function<MatchResult, String> sentence) {
            this(Pattern.compile(said), sentence);
        }

        Optional<String> read(String words) {
            var found = pattern.matcher(words);
            return found.find() ? Optional.of(sentence.apply(found.toMatchResult())) : Optional.empty();
        }
    }

    /** The words as they are where they are Chinese; null where the engine said nothing. */
    static String of(int status, String words) {
        if (words == null) {
            return sentence(status);
        }
        if (words.codePoints().anyMatch(Character::isIdeographic) && !words.contains("ENGINE-")) {
            return words;
        }
        return KNOWN.stream()
                .flatMap(known -> known.read(words).stream())
                .findFirst()
                .orElseGet(() -> sentence(status) + "（" + quoted(words) + "）");
    }

    /** What is said when nothing more is known. */
    static String sentence(int status) {
        return status == NOT_FOUND ? NOT_THERE : "请求没有被接受，请检查后再试。";
    }

    private static String quoted(String words) {
        var plain = JAVA_NAME
                .matcher(NUMBER.matcher(words).replaceAll(""))
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .strip();
        return plain.length() > LONGEST_QUOTE ? plain.substring(0, LONGEST_QUOTE) + "…" : plain;
    }
}
