package org.qibu.engine.gate;

import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a decision table may contain: FEEL, and a time-to-live. */
final class TableRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Set<String> REFUSED =
            Set.of("invocation", "context", "functionDefinition", "relation", "list");
    private static final int MOST_ELEMENTS = 20_000;

    private final Findings findings;

    TableRules(Findings findings) {
        this.findings = findings;
    }

    void check(String file, Document tables) {
        var elements = SafeXml.elements(tables);
        if (elements.size() > MOST_ELEMENTS) {
            findings.add(file, "决策表过大");
            return;
        }
        elements.forEach(element -> check(file, element));
    }

    private void check(String file, Element element) {
        var name = element.getLocalName();
        var language = element.getAttribute("expressionLanguage");
        if (!language.isBlank() && !"feel".equalsIgnoreCase(language)) {
            findings.add(file, "决策表只能用 FEEL，不能用 " + language);
        }
        if (REFUSED.contains(name)) {
            findings.add(file, "决策表中不允许 " + name);
        }
        if ("decision".equals(name)
                && element.getAttributeNS(CAMUNDA, "historyTimeToLive").isBlank()) {
            findings.add(file, "决策表缺少历史保留时间 historyTimeToLive");
        }
    }
}
