package org.qibu.engine.gate.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Element;

/** The names by which the cells of a table can ask for values. */
public final class FeelNames {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

    private FeelNames() {}

    /** Those in the expression of an input column. */
    static Set<String> in(String expression) {
        var names = new TreeSet<String>();
        NAME.matcher(TEXT.matcher(expression).replaceAll(" ")).results().forEach(match -> names.add(match.group()));
        return names;
    }

    /** Those under which the results of the decisions and inputs a decision requires are found. */
    public static List<String> required(Element decision) {
        var names = new ArrayList<String>();
        for (var requirement : SafeXml.children(decision, "informationRequirement")) {
            SafeXml.allChildren(requirement).stream()
                    .map(each -> each.getAttribute("href").replaceFirst("^#", ""))
                    .forEach(id -> SafeXml.elements(decision.getOwnerDocument()).stream()
                            .filter(element -> id.equals(element.getAttribute("id")))
                            .forEach(element -> names.addAll(given(element))));
        }
        return names;
    }

    private static List<String> given(Element element) {
        var names = new ArrayList<>(List.of(element.getAttribute("id"), element.getAttribute("name")));
        SafeXml.children(element, "variable").forEach(variable -> names.add(variable.getAttribute("name")));
        SafeXml.children(element, "decisionTable").stream()
                .flatMap(table -> SafeXml.children(table, "output").stream())
                .forEach(output -> names.add(output.getAttribute("name")));
        return names;
    }
}
