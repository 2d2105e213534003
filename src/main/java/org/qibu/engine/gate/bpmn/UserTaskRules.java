package org.qibu.engine.gate.bpmn;

import org.qibu.engine.gate.finding.Findings;
import org.w3c.dom.Element;

/** What a task of a person needs: a form that comes with it, and somebody to do it. */
final class UserTaskRules {

    private final ModelRules.Known known;
    private final Findings findings;

    UserTaskRules(ModelRules.Known known, Findings findings) {
        this.known = known;
        this.findings = findings;
    }

    void check(String file, Element task) {
        var place = ModelPlaces.of(task);
        var form = task.getAttributeNS(ModelVocabulary.CAMUNDA, "formRef");
        if (form.isBlank()) {
            findings.add(file, place, "没有表单，请在“Forms”里选 Camunda Forms 并写表单编号");
        } else if (!known.forms().contains(form) && !known.isFormUnread()) {
            findings.add(file, place, "的表单“" + form + "”不在这次部署中，请一起部署");
        } else if (!"deployment".equals(task.getAttributeNS(ModelVocabulary.CAMUNDA, "formRefBinding"))) {
            findings.add(file, place, "的表单绑定方式（Binding）请选 deployment");
        }
        if (task.getAttributeNS(ModelVocabulary.CAMUNDA, "candidateGroups").isBlank()) {
            findings.add(file, place, "没有候选组，请写由哪些组办理");
        }
    }
}
