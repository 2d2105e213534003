package org.qibu.engine.gate.dmn;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.qibu.engine.feel.SafeFeel;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.Place;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Element;

/** Reads one decision, row by row and cell by cell, as the engine will when a matter asks it. */
public final class DecisionRules {

    private static final Map<String, String> UNSUPPORTED =
            Map.of("PRIORITY", "PRIORITY（优先）", "OUTPUT ORDER", "OUTPUT ORDER（输出次序）");
    private static final Set<String> SUPPORTED = Set.of("UNIQUE", "FIRST", "ANY", "RULE ORDER", "COLLECT");
    private static final Set<String> AGGREGATIONS = Set.of("", "SUM", "MIN", "MAX", "COUNT");
    private static final Pattern PASSED_ON = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*|\"[^\"]*\"");
    private static final int MOST_ROWS = 1_000;
    /** Those the engine reads, and those of the standard, which it leaves as they are. */
    private static final Set<String> TYPES = Set.of(
            "",
            "any",
            "string",
            "boolean",
            "number",
            "integer",
            "long",
            "double",
            "date",
            "time",
            "datetime",
            "date and time",
            "daytimeduration",
            "yearmonthduration",
            "days and time duration",
            "years and months duration");

    private final SafeFeel feel;
    private final Findings findings;
    private final String file;
    private final boolean isOneOfMany;
    private final boolean isStanding;
    private String table = "";

    DecisionRules(SafeFeel feel, Findings findings, String file, boolean isOneOfMany, boolean isStanding) {
        this.feel = feel;
        this.findings = findings;
        this.file = file;
        this.isOneOfMany = isOneOfMany;
        this.isStanding = isStanding;
    }

    /** A column as its author sees it; {@code name} is that of an output's result, empty for an input. */
    record Column(String label, FeelKind kind, String typeRef, String name) {}

    /** The decision an element belongs to, as the place to look for it. */
    public static Place placeOf(Element element) {
        var at = element;
        while (at != null && !"decision".equals(at.getLocalName())) {
            at = at.getParentNode() instanceof Element parent ? parent : null;
        }
        return at == null ? Place.described("文件") : Place.of("判定表", at.getAttribute("name"), at.getAttribute("id"));
    }

    void check(Element decision) {
        if (decision.getAttribute("id").isBlank()) {
            findings.add(file, placeOf(decision), "没有编号（id），请写上");
        }
        table = isOneOfMany ? "“" + placeOf(decision).label() + "”" : "";
        var tables = SafeXml.children(decision, "decisionTable");
        var literals = SafeXml.children(decision, "literalExpression");
        if (tables.size() + literals.size() != 1) {
            findings.add(file, placeOf(decision), "要有且只有一张表或一个表达式");
            return;
        }
        literals.forEach(literal -> add(
                "表达式",
                SafeXml.text(literal).isBlank()
                        ? Optional.of("是空的")
                        : new CellRules(feel, Map.of()).ofQuestion(SafeXml.text(literal))));
        if (!literals.isEmpty()
                && needed(decision).stream().anyMatch(row -> row.article().isEmpty())) {
            findings.add(file, placeOf(decision), "要画成判定表，程序按行来问");
        }
        if (!literals.isEmpty() && SafeXml.children(decision, "variable").isEmpty()) {
            findings.add(file, placeOf(decision), "的表达式没有写结果存到哪个变量");
        }
        literals.forEach(
                literal -> checkResultType(decision, SafeXml.text(literal).strip()));
        tables.forEach(each -> checkTable(decision, each));
    }

    /** What only passes a value on cannot promise its type: the engine refuses a value of another one in the matter. */
    private void checkResultType(Element decision, String expression) {
        SafeXml.children(decision, "variable").stream()
                .map(variable -> variable.getAttribute("typeRef"))
                .filter(type -> !Set.of("", "string", "any").contains(type.toLowerCase(Locale.ROOT)))
                .filter(type -> PASSED_ON.matcher(expression).matches())
                .forEach(type -> findings.add(
                        file, placeOf(decision), "的表达式“" + expression + "”只是转交一个值，不一定是 " + type + "，请把结果的类型清空"));
    }

    /** The rows a decision must have that is to be put in force; none of one that stands already. */
    private List<TableRows.Row> needed(Element decision) {
        return isStanding ? List.of() : TableRows.of(decision.getAttribute("id"));
    }

    private void checkTable(Element decision, Element decisionTable) {
        var inputs = SafeXml.children(decisionTable, "input");
        var outputs = SafeXml.children(decisionTable, "output");
        var rows = SafeXml.children(decisionTable, "rule");
        if (outputs.isEmpty() || rows.isEmpty() || rows.size() > MOST_ROWS) {
            findings.add(
                    file,
                    placeOf(decision),
                    outputs.isEmpty() ? "没有输出列" : rows.isEmpty() ? "一行规则也没有" : "超过 " + MOST_ROWS + " 行，请拆成几张表");
            return;
        }
        checkOutputNames(decision, outputs);
        var variables = variables(decision, inputs);
        var inputColumns = inputs.stream().map(DecisionRules::inputColumn).toList();
        var outputColumns = outputs.stream().map(DecisionRules::outputColumn).toList();
        checkQuestions(inputs, inputColumns);
        checkTypes(inputColumns);
        checkTypes(outputColumns);
        var policy = checkHitPolicy(decision, decisionTable, outputColumns);
        var before = findings.size();
        for (int row = 0; row < rows.size(); row++) {
            checkRow(row + 1, rows.get(row), inputColumns, outputColumns, new CellRules(feel, variables));
        }
        if (findings.size() == before) {
            var trial = new TableTrial(
                    feel, variables, (place, words) -> findings.add(file, Place.described(table + place), words));
            trial.run(rows, inputColumns, outputColumns, policy);
            var questions = inputs.stream().map(DecisionRules::question).toList();
            TableUses.of(decision.getAttribute("id"))
                    .map(use -> new TableUseRules(
                            feel, use, needed(decision), (place, words) -> tell(decision, place, words)))
                    .ifPresent(rules ->
                            rules.check(rows, inputColumns, questions, outputColumns, policy, trial.samples()));
        }
    }

    private void checkRow(int no, Element row, List<Column> inputs, List<Column> outputs, CellRules cells) {
        var conditions = SafeXml.children(row, "inputEntry");
        var results = SafeXml.children(row, "outputEntry");
        if (conditions.size() != inputs.size() || results.size() != outputs.size()) {
            add("第 " + no + " 行", Optional.of("的格数和列数对不上，请在 Modeler 里重新保存"));
            return;
        }
        for (int i = 0; i < inputs.size(); i++) {
            var text = SafeXml.text(conditions.get(i));
            var kind = inputs.get(i).kind();
            add(place(no, inputs.get(i)), text.isBlank() ? Optional.empty() : cells.ofCondition(text, kind));
        }
        for (int i = 0; i < outputs.size(); i++) {
            var text = SafeXml.text(results.get(i));
            var kind = outputs.get(i).kind();
            add(place(no, outputs.get(i)), text.isBlank() ? Optional.empty() : cells.ofOutput(text, kind));
        }
    }

    private void checkTypes(List<Column> columns) {
        columns.stream()
                .filter(column -> !TYPES.contains(column.typeRef().toLowerCase(Locale.ROOT)))
                .forEach(column -> add(
                        "列“" + column.label() + "”",
                        Optional.of("的类型“" + column.typeRef() + "”不认识，请选 string、boolean、integer、long、double 或 date")));
    }

    private void checkQuestions(List<Element> inputs, List<Column> columns) {
        for (int i = 0; i < inputs.size(); i++) {
            var asked = question(inputs.get(i));
            add(
                    "列“" + columns.get(i).label() + "”",
                    asked.isBlank() ? Optional.of("没有写取哪个变量") : new CellRules(feel, Map.of()).ofQuestion(asked));
        }
    }

    private void checkOutputNames(Element decision, List<Element> outputs) {
        var seen = new HashSet<String>();
        outputs.stream()
                .filter(output -> outputs.size() > 1)
                .filter(output -> !seen.add(output.getAttribute("name"))
                        || output.getAttribute("name").isBlank())
                .forEach(output -> findings.add(
                        file, placeOf(decision), "的输出列“" + outputColumn(output).label() + "”没有自己的名称（name）"));
    }

    private String checkHitPolicy(Element decision, Element decisionTable, List<Column> outputs) {
        var policy =
                decisionTable.getAttribute("hitPolicy").isBlank() ? "UNIQUE" : decisionTable.getAttribute("hitPolicy");
        var aggregation = decisionTable.getAttribute("aggregation");
        var place = placeOf(decision);
        if (!SUPPORTED.contains(policy)) {
            findings.add(
                    file, place, "不能用命中策略 " + UNSUPPORTED.getOrDefault(policy, policy) + "，请用 FIRST、UNIQUE 或 COLLECT");
        } else if (!aggregation.isBlank() && !("COLLECT".equals(policy) && AGGREGATIONS.contains(aggregation))) {
            findings.add(file, place, "的汇总方式 " + aggregation + " 不能用");
        } else if (Set.of("SUM", "MIN", "MAX").contains(aggregation)
                && (outputs.size() > 1 || outputs.get(0).kind() != FeelKind.NUMBER)) {
            findings.add(file, place, "的汇总方式 " + aggregation + " 只能用于一列数字");
        }
        return policy;
    }

    /** The values a cell may ask for by name: those the table takes in, and those of the decisions it requires. */
    private static Map<String, FeelKind> variables(Element decision, List<Element> inputs) {
        var known = new LinkedHashMap<String, FeelKind>();
        inputs.forEach(input -> {
            var column = inputColumn(input);
            known.put(question(input), column.kind());
            FeelNames.in(question(input)).forEach(name -> known.putIfAbsent(name, FeelKind.UNKNOWN));
            known.put(inputVariable(input), column.kind());
        });
        FeelNames.required(decision).forEach(name -> known.putIfAbsent(name, FeelKind.UNKNOWN));
        known.remove("");
        return known;
    }

    private static String inputVariable(Element input) {
        return input.getAttributeNS("http://camunda.org/schema/1.0/dmn", "inputVariable");
    }

    private static String question(Element input) {
        return SafeXml.children(input, "inputExpression").stream()
                .findFirst()
                .map(SafeXml::text)
                .orElse("");
    }

    private static Column inputColumn(Element input) {
        var type = SafeXml.children(input, "inputExpression").stream()
                .findFirst()
                .map(expression -> expression.getAttribute("typeRef"))
                .orElse("");
        var label = input.getAttribute("label");
        return new Column(label.isBlank() ? question(input) : label, FeelKind.of(type), type, "");
    }

    private static Column outputColumn(Element output) {
        var label = output.getAttribute("label");
        var type = output.getAttribute("typeRef");
        var name = output.getAttribute("name");
        return new Column(label.isBlank() ? name : label, FeelKind.of(type), type, name);
    }

    static String place(int row, Column column) {
        return "第 " + row + " 行“" + column.label() + "”";
    }

    private void tell(Element decision, String place, String words) {
        findings.add(file, place.isEmpty() ? placeOf(decision) : Place.described(table + place), words);
    }

    private void add(String place, Optional<String> words) {
        words.ifPresent(why -> findings.add(file, Place.described(table + place), why));
    }
}
