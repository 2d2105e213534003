package org.qibu.engine.form.exam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.qibu.engine.feel.FeelTree;
import org.qibu.engine.feel.SafeFeel;

/** Texts of a form which the viewer evaluates while it shows them: FEEL behind an equals sign, templates in braces. */
final class ViewerTexts {

    private static final SafeFeel FEEL = new SafeFeel();
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private ViewerTexts() {}

    /** Why a text cannot be shown or evaluated, as words behind the name of its place; empty where it can. */
    static Optional<String> objection(String called, JsonNode text) {
        if (text.isMissingNode()
                || text.isNull()
                || text.isTextual() && text.asText().isBlank()) {
            return Optional.empty();
        }
        if (!text.isTextual()) {
            return Optional.of("的" + called + "要是文字，现在是“" + text + "”");
        }
        var words = text.asText().strip();
        return switch (called) {
            case "隐藏条件" ->
                words.startsWith("=")
                        ? condition(called, words.substring(1))
                        : Optional.of("的隐藏条件“" + words + "”要以 = 开头");
            case "数据来源", "列" ->
                words.startsWith("=") || !VARIABLE.matcher(words).matches()
                        ? feel(called, words.replaceFirst("^=", ""))
                        : Optional.empty();
            default -> words.startsWith("=") ? feel(called, words.substring(1)) : template(called, words);
        };
    }

    /** What a hiding condition asks for; nothing where it cannot be read. */
    static Set<String> variables(String condition) {
        var read = FEEL.expression(condition.strip().replaceFirst("^=", ""));
        return read.isReadable() ? FeelTree.variables(read.tree()) : Set.of();
    }

    private static Optional<String> feel(String called, String expression) {
        var read = FEEL.expression(expression);
        return read.isReadable()
                ? Optional.empty()
                : Optional.of("的" + called + "“=" + shortened(expression) + "”" + read.objection()
                        + "，请检查 FEEL 的写法（文字用英文引号）");
    }

    /** The server evaluates it too, so it is held to the rules of a cell: it ends in a time that grows with its length alone. */
    private static Optional<String> condition(String called, String expression) {
        var read = FEEL.expression(expression);
        if (!read.isReadable()) {
            return feel(called, expression);
        }
        var isEmpty = read.isAllowed() && FEEL.comesToNothing(expression, read.tree());
        return read.isAllowed() && !isEmpty
                ? Optional.empty()
                : Optional.of(
                        "的" + called + "“=" + shortened(expression) + "”" + (isEmpty ? "算不出结果，请改写" : read.objection()));
    }

    private static Optional<String> template(String called, String text) {
        var open = new ArrayDeque<String>();
        var matcher = TEMPLATE.matcher(text);
        while (matcher.find()) {
            var inside = matcher.group(1).strip();
            var wrong = block(called, inside, open);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        var rest = TEMPLATE.matcher(text).replaceAll("");
        return open.isEmpty() && !rest.contains("{{")
                ? Optional.empty()
                : Optional.of("的" + called + "里有没有写完的 {{ }}，请补全");
    }

    private static Optional<String> block(String called, String inside, ArrayDeque<String> open) {
        if (inside.startsWith("/")) {
            return inside.substring(1).strip().equals(open.poll())
                    ? Optional.empty()
                    : Optional.of("的" + called + "里的 {{" + inside + "}} 没有对应的开头");
        }
        if (inside.startsWith("#")) {
            var word = inside.substring(1).strip().split("\\s+", 2);
            if (!word[0].equals("if") && !word[0].equals("loop") || word.length < 2) {
                return Optional.of("的" + called + "里的 {{" + shortened(inside) + "}} 看不懂");
            }
            open.push(word[0]);
            return feel(called, word[1]);
        }
        return feel(called, inside.replaceFirst("^=", ""));
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
