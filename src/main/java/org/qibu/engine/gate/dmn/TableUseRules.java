package org.qibu.engine.gate.dmn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.variable.Variables;
import org.qibu.engine.feel.SafeFeel;
import org.qibu.engine.gate.dmn.DecisionRules.Column;
import org.qibu.engine.gate.dmn.TableUses.Use;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Element;

/** Holds a table the program asks against what it asks with and what it makes of the results. */
final class TableUseRules {

    private static final Set<String> OF_ONE_ROW = Set.of("UNIQUE", "FIRST", "ANY");

    private final SafeFeel feel;
    private final Use use;
    private final BiConsumer<String, String> findings;

    /** @param findings takes a place and the words that follow it; an empty place is the table as a whole */
    TableUseRules(SafeFeel feel, Use use, BiConsumer<String, String> findings) {
        this.feel = feel;
        this.use = use;
        this.findings = findings;
    }

    /**
     * Checks a table that can be read.
     *
     * @param questions what each input column asks, in their order
     * @param samples for each result that is calculated, the values of the cells' names to try it with
     */
    void check(
            List<Element> rows,
            List<Column> inputs,
            List<String> questions,
            List<Column> outputs,
            String policy,
            List<Map<String, Object>> samples) {
        checkQuestions(inputs, questions);
        if (use.isOfOneRow() && !OF_ONE_ROW.contains(policy)) {
            findings.accept("", "要用只取一行的命中策略，请用 FIRST 或 UNIQUE");
        }
        use.results().keySet().stream()
                .filter(name ->
                        outputs.stream().noneMatch(column -> column.name().equals(name)))
                .forEach(name -> findings.accept("", "缺少输出列 " + name));
        for (int row = 0; row < rows.size(); row++) {
            var results = SafeXml.children(rows.get(row), "outputEntry");
            for (int i = 0; i < outputs.size(); i++) {
                checkResult(row + 1, outputs.get(i), SafeXml.text(results.get(i)), samples);
            }
        }
        if (use.isOfOneRow() && rows.stream().noneMatch(TableUseRules::isForAllElse)) {
            findings.accept("", "没有一行适用于其余情形，请在最后加一行，条件都留空");
        }
    }

    private void checkQuestions(List<Column> inputs, List<String> questions) {
        for (int i = 0; i < inputs.size(); i++) {
            var strangers = FeelNames.in(questions.get(i)).stream()
                    .filter(name -> !use.facts().isEmpty() && !use.facts().contains(name))
                    .toList();
            if (!strangers.isEmpty()) {
                findings.accept(
                        "列“" + inputs.get(i).label() + "”",
                        "的“" + strangers.get(0) + "”没有人提供，可用的有 " + String.join("、", use.facts()));
            }
        }
    }

    private void checkResult(int row, Column column, String text, List<Map<String, Object>> samples) {
        var expected = use.results().get(column.name());
        if (expected != null) {
            samples.stream()
                    .map(sample -> value(text, sample))
                    .flatMap(value -> expected.objection(value.orElse(null)).stream())
                    .findFirst()
                    .ifPresent(why -> findings.accept(DecisionRules.place(row, column), why));
        }
    }

    private Optional<Object> value(String text, Map<String, Object> sample) {
        return text.isBlank()
                ? Optional.empty()
                : Optional.ofNullable(feel.evaluateSimpleExpression(
                        text, Variables.fromMap(sample).asVariableContext()));
    }

    private static boolean isForAllElse(Element row) {
        return SafeXml.children(row, "inputEntry").stream()
                .map(SafeXml::text)
                .allMatch(text -> text.isBlank() || "-".equals(text));
    }
}
