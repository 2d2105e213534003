package org.qibu.engine.gate.dmn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.Variables;
import org.qibu.engine.feel.SafeFeel;
import org.qibu.engine.gate.dmn.DecisionRules.Column;
import org.qibu.engine.gate.dmn.TableUses.Use;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Element;

/** Holds a table the program asks against what it asks with and what it makes of the results. */
final class TableUseRules {

    private static final String INPUT = "cellInput";
    private static final Set<String> OF_ONE_ROW = Set.of("UNIQUE", "FIRST", "ANY");

    private final SafeFeel feel;
    private final Use use;
    private final List<TableRows.Row> needed;
    private final BiConsumer<String, String> findings;

    /**
     * @param needed rows the table must have
     * @param findings takes a place and the words that follow it; an empty place is the table as a whole
     */
    TableUseRules(SafeFeel feel, Use use, List<TableRows.Row> needed, BiConsumer<String, String> findings) {
        this.feel = feel;
        this.use = use;
        this.needed = needed;
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
        needed.forEach(row -> checkNeeded(row, rows, questions, outputs));
        if (use.isOfOneRow() && !use.isListed() && rows.stream().noneMatch(TableUseRules::isForAllElse)) {
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

    /**
     * Asks for a row as the program does. One for all else answers for words nobody wrote down, so it does not count, unless
     * only the law's bounds are at stake.
     */
    private void checkNeeded(TableRows.Row needed, List<Element> rows, List<String> questions, List<Column> outputs) {
        var facts = use.facts().stream().collect(Collectors.toMap(fact -> fact, fact -> (Object) needed.word()));
        for (int row = 0; row < rows.size(); row++) {
            if (isForAllElse(rows.get(row)) && needed.article().isEmpty()) {
                break;
            }
            if (applies(rows.get(row), questions, facts)) {
                checkBounds(row + 1, needed, SafeXml.children(rows.get(row), "outputEntry"), outputs, facts);
                return;
            }
        }
        findings.accept("", "没有“" + needed.word() + "”这一行，或名称写错了，请补上");
    }

    private boolean applies(Element row, List<String> questions, Map<String, Object> facts) {
        var cells = SafeXml.children(row, "inputEntry");
        for (int i = 0; i < questions.size(); i++) {
            var cell = SafeXml.text(cells.get(i));
            var asked = Variables.fromMap(facts)
                    .putValue(INPUT, value(questions.get(i), facts).orElse(null));
            if (!cell.isBlank()
                    && !"-".equals(cell)
                    && !feel.evaluateSimpleUnaryTests(cell, INPUT, asked.asVariableContext())) {
                return false;
            }
        }
        return true;
    }

    private void checkBounds(
            int row, TableRows.Row needed, List<Element> results, List<Column> outputs, Map<String, Object> facts) {
        for (int i = 0; i < outputs.size(); i++) {
            var bounds = needed.bounds().get(outputs.get(i).name());
            var result = value(SafeXml.text(results.get(i)), facts).orElse(null);
            if (bounds != null
                    && use.results()
                            .get(outputs.get(i).name())
                            .objection(result)
                            .isEmpty()) {
                var place = DecisionRules.place(row, outputs.get(i));
                bounds.objection(result).ifPresent(why -> findings.accept(place, why + needed.reason()));
            }
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
