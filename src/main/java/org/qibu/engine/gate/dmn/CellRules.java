package org.qibu.engine.gate.dmn;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.qibu.engine.feel.FeelTree;
import org.qibu.engine.feel.SafeFeel;

/** Reads a cell of a decision table as the engine will, and says what to write where it would not be understood. */
final class CellRules {

    private static final int LONGEST_SHOWN = 60;
    private static final String NOTHING = "算不出结果，请检查里面的日期、时间、时长或除数";
    /** A function that is called, a list, a context: whoever writes one does not write as in a spreadsheet. */
    private static final Pattern CALL =
            Pattern.compile("\\p{Lower}\\(|\\{|\\[\"|\\b(?:some|every|for|instance|between)\\b");

    private static final Pattern RANGE =
            Pattern.compile("([\\[\\](])\\s*(-?\\d+(?:\\.\\d+)?)\\s*\\.\\.\\s*(-?\\d+(?:\\.\\d+)?)\\s*([\\[\\])])");

    private final SafeFeel feel;
    private final Map<String, FeelKind> variables;

    /**
     * @param variables the kinds of the values the table asks for by name; a cell may use these and no others
     */
    CellRules(SafeFeel feel, Map<String, FeelKind> variables) {
        this.feel = feel;
        this.variables = variables;
    }

    /** What is wrong with the condition of a cell, in words that follow the name of its place. */
    Optional<String> ofCondition(String text, FeelKind column) {
        var plain = column == FeelKind.NUMBER ? CellSpelling.withoutThousands(text) : Optional.<String>empty();
        if (plain.isPresent()) {
            return Optional.of(quoted(text) + "会读成几个数，请写成 " + plain.get());
        }
        var turned = turnedRange(text);
        if (turned.isPresent()) {
            return Optional.of(quoted(text) + "永远不成立，小的要写在前面，请写成 " + turned.get());
        }
        return objection(
                text, column, each -> fault(each, feel.test(each), tree -> FeelTypes.ofTest(tree, column, variables)));
    }

    /** A range from the larger to the smaller number, the right way round. */
    private static Optional<String> turnedRange(String text) {
        var range = RANGE.matcher(text.strip());
        return range.matches() && new BigDecimal(range.group(2)).compareTo(new BigDecimal(range.group(3))) > 0
                ? Optional.of(range.group(1) + range.group(3) + ".." + range.group(2) + range.group(4))
                : Optional.empty();
    }

    /** What is wrong with a cell that yields a value. */
    Optional<String> ofOutput(String text, FeelKind column) {
        return objection(
                text,
                column,
                each -> fault(
                        each,
                        feel.expression(each),
                        tree -> FeelTree.asksForInput(tree)
                                ? Optional.of("里的问号只能用在条件列")
                                : FeelTypes.ofExpression(tree, column, variables)));
    }

    /** What is wrong with an expression that asks for variables of the process. */
    Optional<String> ofQuestion(String text) {
        var read = feel.expression(text);
        if (read.isAllowed() && feel.comesToNothing(text, read.tree())) {
            return Optional.of(quoted(text) + NOTHING);
        }
        return read.isAllowed()
                ? Optional.empty()
                : Optional.of(
                        quoted(text) + read.objection() + (read.isReadable() ? "" : "，请写变量名，如 urgency，或用变量算出的式子"));
    }

    private Optional<String> fault(String text, SafeFeel.Read read, Function<Object, Optional<String>> types) {
        if (!read.isAllowed()) {
            return Optional.of(read.objection());
        }
        return strangerIn(read.tree())
                .or(() -> types.apply(read.tree()))
                .or(() -> feel.comesToNothing(text, read.tree()) ? Optional.of(NOTHING) : Optional.empty());
    }

    /** A name that is no variable of this table: mostly a text whose quotation marks were forgotten. */
    private Optional<String> strangerIn(Object tree) {
        return FeelTree.variables(tree).stream()
                .filter(name -> !variables.containsKey(name))
                .findFirst()
                .map(name -> "看不懂");
    }

    private Optional<String> objection(String text, FeelKind column, Function<String, Optional<String>> fault) {
        return fault.apply(text)
                .map(why -> quoted(text)
                        + why
                        + (why.contains("请")
                                ? ""
                                : remedy(text, column, each -> fault.apply(each).isEmpty())));
    }

    private static String remedy(String text, FeelKind column, Predicate<String> isUsable) {
        if (CALL.matcher(text).find()) {
            return column == FeelKind.TEXT ? "" : hint(column);
        }
        var mended = CellSpelling.mended(text, column, isUsable);
        if (mended.isPresent() && CellSpelling.hasWideQuotes(text)) {
            return "，请用英文引号";
        }
        return mended.map(good -> "，请写成 " + good).orElse(hint(column));
    }

    private static String hint(FeelKind column) {
        return switch (column) {
            case NUMBER -> "，数字列请写 3、>= 3 或 [3..6] 这样";
            case TEXT -> "，文字请加英文引号";
            case TRUTH -> "，请写 true 或 false";
            case MOMENT -> "，请写 date and time(\"2027-01-01T00:00:00\") 这样";
            default -> "";
        };
    }

    private static String quoted(String text) {
        var shown = CellSpelling.shown(text).replaceAll("\\s+", " ");
        return "的“" + (shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown) + "”";
    }
}
