package org.qibu.engine.gate;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.qibu.engine.ModelBean;
import org.qibu.engine.form.FormExam;
import org.springframework.context.ApplicationContext;
import org.xml.sax.SAXException;

/** Stands before the engine's own deployers, so that every way of deploying passes it. */
class DeploymentGate implements Deployer {

    private static final int LARGEST = 1_000_000;
    private static final SafeFeel FEEL = new SafeFeel();

    private final ApplicationContext beans;

    DeploymentGate(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            check(deployment.getResources());
        }
    }

    private void check(Map<String, ResourceEntity> resources) {
        var findings = new Findings();
        resources.values().stream()
                .filter(resource -> resource.getBytes().length > LARGEST)
                .forEach(resource -> findings.add(resource.getName(), "文件超过 1 MB"));
        findings.refuseIfAny();
        var forms = forms(resources, findings);
        var models = new ModelRules(new ExpressionRules(modelBeans()), groups(), forms, findings);
        resources.forEach((name, resource) -> check(name, resource.getBytes(), models, findings));
        findings.refuseIfAny();
    }

    private Set<String> forms(Map<String, ResourceEntity> resources, Findings findings) {
        var rules = new FormRules(beans.getBean(FormExam.class), findings);
        return resources.values().stream()
                .filter(resource -> resource.getName().endsWith(".form"))
                .flatMap(resource -> rules.check(resource.getName(), resource.getBytes()).stream())
                .collect(Collectors.toSet());
    }

    private static void check(String name, byte[] source, ModelRules models, Findings findings) {
        try {
            if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
                models.check(name, SafeXml.read(source));
            } else if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
                new TableRules(FEEL, findings).check(name, SafeXml.read(source));
            } else if (!name.endsWith(".form")) {
                findings.add(name, "只能部署 .bpmn、.dmn 和 .form 文件");
            }
        } catch (SAXException e) {
            findings.add(name, XmlFault.of(e, source).inWords());
        }
    }

    private Set<String> modelBeans() {
        return Set.of(beans.getBeanNamesForAnnotation(ModelBean.class));
    }

    private static Set<String> groups() {
        var known = Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                        .getIdentityService()
                        .createGroupQuery()
                        .list());
        var ids = known.stream().map(group -> group.getId()).collect(Collectors.toSet());
        ids.add(VIRTUAL_GROUP);
        return ids;
    }

    /** Stands for the organisation that leads the matter; narrowed to its members when a task is created. */
    private static final String VIRTUAL_GROUP = "lead-unit";
}
