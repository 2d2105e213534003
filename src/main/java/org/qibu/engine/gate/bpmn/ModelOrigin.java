package org.qibu.engine.gate.bpmn;

import java.util.Set;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.w3c.dom.Document;

/** Whether a file is a model for this engine at all; a model for another is called what it is and nothing more is said. */
final class ModelOrigin {

    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    private static final Set<String> CLOUD = Set.of("http://camunda.org/schema/zeebe/1.0");

    private ModelOrigin() {}

    static boolean isOurs(String file, Document model, Findings findings) {
        var root = model.getDocumentElement();
        var isForCloud = "Camunda Cloud".equals(root.getAttributeNS(MODELER, "executionPlatform"))
                || SafeXml.elements(model).stream()
                        .anyMatch(each -> CLOUD.contains(String.valueOf(each.getNamespaceURI())));
        if (isForCloud) {
            findings.add(file, "这是 Camunda 8 的图，请在 Modeler 里另建 Camunda 7 的图");
        } else if (!"definitions".equals(root.getLocalName()) || !ModelVocabulary.BPMN.equals(root.getNamespaceURI())) {
            findings.add(file, "这不是 BPMN 2.0 的流程图");
        } else {
            return true;
        }
        return false;
    }
}
