package org.qibu.engine.gate.dmn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.impl.type.DefaultDataTypeTransformerRegistry;
import org.camunda.bpm.engine.variable.Variables;
import org.qibu.engine.feel.SafeFeel;
import org.qibu.engine.gate.dmn.DecisionRules.Column;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Element;

/**
 * Evaluates the cells of a table with sample values before any matter does, so that what only shows when it is evaluated is
 * found: results that come to nothing or are of another kind than their column, rows that apply at once where only one may.
 */
final class TableTrial {

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"|(?<![\\p{L}\\d.])(-?\\d+(?:\\.\\d+)?)");
    private static final DefaultDataTypeTransformerRegistry TYPES = new DefaultDataTypeTransformerRegistry();
    private static final String INPUT = "cellInput";
    private static final int MOST_SAMPLES = 120;
    private static final int MOST_COMPARED = 300;

    private final SafeFeel feel;
    private final Map<String, FeelKind> variables;
    private final BiConsumer<String, String> findings;

    TableTrial(SafeFeel feel, Map<String, FeelKind> variables, BiConsumer<String, String> findings) {
        this.feel = feel;
        this.variables = variables;
        this.findings = findings;
    }

    void run(List<Element> rows, List<Column> inputs, List<Column> outputs, String policy) {
        var results = rows.stream().map(row -> texts(row, "outputEntry")).toList();
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < outputs.size(); i++) {
                tryResult(row + 1, outputs.get(i), results.get(row).get(i));
            }
        }
        if ("UNIQUE".equals(policy) || "ANY".equals(policy)) {
            var conditions = rows.stream().map(row -> texts(row, "inputEntry")).toList();
            findOverlap(conditions, results, inputs, "ANY".equals(policy));
        }
    }

    private static List<String> texts(Element row, String kind) {
        return SafeXml.children(row, kind).stream().map(SafeXml::text).toList();
    }

    private void tryResult(int row, Column column, String text) {
        if (text.isBlank() || "null".equals(text)) {
            return;
        }
        var isEverSomething = false;
        for (int sample = 0; sample < 3; sample++) {
            var value = feel.evaluateSimpleExpression(
                    text, Variables.fromMap(facts(sample)).asVariableContext());
            isEverSomething |= value != null;
            if (value != null && !fits(value, column)) {
                findings.accept(
                        DecisionRules.place(row, column),
                        "的“" + text + "”算出来是 " + value + "，这一列的类型是 " + column.typeRef());
                return;
            }
        }
        if (!isEverSomething) {
            findings.accept(DecisionRules.place(row, column), "的“" + text + "”算不出结果，请改写");
        }
    }

    private static boolean fits(Object value, Column column) {
        try {
            TYPES.getTransformer(column.typeRef().isBlank() ? "any" : column.typeRef())
                    .transform(value);
            return true;
        } catch (IllegalArgumentException | ClassCastException e) {
            return false;
        }
    }

    /** Values of the names a cell may use, to try results with. */
    List<Map<String, Object>> samples() {
        return IntStream.range(0, 3).mapToObj(this::facts).toList();
    }

    private Map<String, Object> facts(int sample) {
        var facts = new HashMap<String, Object>();
        variables.forEach((name, kind) -> facts.put(name, value(kind, sample)));
        return facts;
    }

    private static Object value(FeelKind kind, int sample) {
        return switch (kind) {
            case TEXT -> List.of("A", "", "甲乙丙").get(sample);
            case TRUTH -> sample == 0;
            case MOMENT -> java.util.Date.from(java.time.Instant.ofEpochSecond(sample * 1_800_000_000L));
            default -> List.of(1, 0, 7).get(sample);
        };
    }

    private void findOverlap(
            List<List<String>> rows, List<List<String>> results, List<Column> inputs, boolean isSameAllowed) {
        var columns = new ArrayList<Map<String, BitSet>>();
        for (int i = 0; i < inputs.size(); i++) {
            columns.add(matches(i, inputs.get(i), rows));
        }
        for (int one = 0; one < Math.min(rows.size(), MOST_COMPARED); one++) {
            for (int other = one + 1; other < Math.min(rows.size(), MOST_COMPARED); other++) {
                if (meet(rows.get(one), rows.get(other), columns)
                        && !(isSameAllowed && results.get(one).equals(results.get(other)))) {
                    findings.accept("第 " + (one + 1) + " 行", "和第 " + (other + 1) + " 行会同时成立，命中策略请改用 FIRST，或把条件写得互不重叠");
                    return;
                }
            }
        }
    }

    private static boolean meet(List<String> one, List<String> other, List<Map<String, BitSet>> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).get(one.get(i)).intersects(columns.get(i).get(other.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** For each condition that stands in a column, which of the column's samples it holds for. */
    private Map<String, BitSet> matches(int column, Column input, List<List<String>> rows) {
        var samples = samples(column, input.kind(), rows);
        var matches = new HashMap<String, BitSet>();
        rows.forEach(row -> matches.computeIfAbsent(row.get(column), text -> matches(text, samples)));
        return matches;
    }

    private BitSet matches(String text, List<Object> samples) {
        var holds = new BitSet();
        for (int i = 0; i < samples.size(); i++) {
            var facts = Variables.fromMap(facts(0)).putValue(INPUT, samples.get(i));
            holds.set(i, text.isBlank() || feel.evaluateSimpleUnaryTests(text, INPUT, facts.asVariableContext()));
        }
        return holds;
    }

    private static List<Object> samples(int column, FeelKind kind, List<List<String>> rows) {
        Set<Object> samples = new LinkedHashSet<>();
        if (kind == FeelKind.TRUTH) {
            return List.of(true, false);
        }
        if (kind == FeelKind.TEXT || kind == FeelKind.UNKNOWN) {
            samples.add("别的");
        }
        for (var row : rows) {
            LITERAL.matcher(row.get(column)).results().forEach(match -> {
                if (match.group(1) != null && kind != FeelKind.NUMBER) {
                    samples.add(match.group(1));
                } else if (match.group(2) != null && kind != FeelKind.TEXT) {
                    var number = Double.parseDouble(match.group(2));
                    samples.addAll(List.of(number, number - 1, number + 1));
                }
            });
        }
        if (samples.isEmpty()) {
            samples.add(0);
        }
        return samples.stream().limit(MOST_SAMPLES).toList();
    }
}
