package org.qibu.engine.gate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.qibu.engine.ModelBean;
import org.qibu.engine.ModelSource;
import org.qibu.engine.StartFormHandler;
import org.qibu.engine.feel.SafeFeel;
import org.qibu.engine.form.FormDefinition;
import org.qibu.engine.form.FormExam;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Stands before the engine's own deployers, so that every way of deploying passes it. */
class DeploymentGate implements Deployer {

    private static final Logger log = LoggerFactory.getLogger(DeploymentGate.class);
    private static final int LARGEST = 1_000_000;
    private static final SafeFeel FEEL = new SafeFeel();

    private final ApplicationContext beans;
    private KnownModels knownModels;
    private volatile Map<String, byte[]> ownForms;

    DeploymentGate(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            check(deployment);
        }
    }

    private void check(DeploymentEntity deployment) {
        var resources = deployment.getResources();
        var findings = new Findings();
        resources.values().stream()
                .filter(resource -> resource.getBytes().length > LARGEST)
                .forEach(resource -> findings.add(resource.getName(), "文件超过 1 MB"));
        findings.refuseIfAny();
        var rules = new FormRules(
                beans.getBean(FormExam.class), ownForms(), startForms(), value -> isNamed(value, resources), findings);
        var forms = forms(resources, rules);
        var here = resources.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> file.getValue().getBytes()));
        var expressions = new ExpressionRules(modelBeans());
        var models = new ModelRules(expressions, known(expressions).with(here, forms, rules.isUnread()), findings);
        resources.forEach((name, resource) -> check(name, resource.getBytes(), models, findings));
        findings.refuseIfAny();
        checkResults(resources, findings);
        checkVariables(resources, new VariableRules(expressions, elsewhere(), rules.fields(), findings), findings);
        findings.refuseIfAny();
        resources.forEach((name, resource) -> parse(name, resource.getBytes(), deployment, findings));
        findings.refuseIfAny();
    }

    /** Whether a model or table names a value as a text of its own. */
    private static boolean isNamed(String value, Map<String, ResourceEntity> resources) {
        return resources.values().stream()
                .filter(resource -> isModel(resource.getName()) || isTable(resource.getName()))
                .map(resource -> new String(resource.getBytes(), StandardCharsets.UTF_8))
                .anyMatch(text -> Stream.of("'", "\"", "&#39;", "&#34;", "&quot;", "&apos;")
                        .anyMatch(quote -> text.contains(quote + value + quote)));
    }

    private Map<String, byte[]> ownForms() {
        if (ownForms == null) {
            ownForms = beans.getBean(ModelSource.class).own().entrySet().stream()
                    .filter(file -> file.getKey().endsWith(".form"))
                    .collect(Collectors.toMap(
                            file -> FormDefinition.read(file.getValue()).id(), Map.Entry::getValue));
        }
        return ownForms;
    }

    private synchronized KnownModels known(ExpressionRules expressions) {
        if (knownModels == null) {
            knownModels = new KnownModels(beans.getBean(ModelSource.class), expressions, startForms());
        }
        return knownModels;
    }

    private Set<String> startForms() {
        return beans.getBeanProvider(StartFormHandler.class).stream()
                .map(StartFormHandler::formId)
                .collect(Collectors.toSet());
    }

    private VariableRules.Elsewhere elsewhere() {
        var first = new HashSet<>(Set.of("matterNo", "communityCode"));
        beans.getBeanProvider(StartFormHandler.class).stream()
                .forEach(handler -> first.addAll(handler.firstRouting().keySet()));
        return new VariableRules.Elsewhere(
                knownModels.variables(), knownModels.sets(), first, knownModels.called(), knownModels::brought);
    }

    private void checkVariables(Map<String, ResourceEntity> resources, VariableRules rules, Findings findings) {
        var asked = new HashSet<>(knownModels.asked());
        resources.values().forEach(resource -> {
            if (isModel(resource.getName())) {
                var facts = knownModels.facts(resource.getBytes());
                rules.know(facts, document(resource));
                asked.addAll(facts.asks());
            } else if (isTable(resource.getName())) {
                rules.knowTables(document(resource));
            }
        });
        var thrown = new HashSet<>(knownModels.signals());
        resources
                .values()
                .forEach(resource ->
                        thrown.addAll(knownModels.facts(resource.getBytes()).thrown()));
        var events = new EventRules(knownModels.messages(), thrown, findings);
        resources.forEach((name, resource) -> {
            if (isModel(name)) {
                events.check(name, document(resource));
                rules.checkModel(name, document(resource));
            } else if (isTable(name)
                    && knownModels.facts(resource.getBytes()).decisions().stream()
                            .anyMatch(asked::contains)) {
                rules.checkTables(name, document(resource));
            }
        });
    }

    private static void checkResults(Map<String, ResourceEntity> resources, Findings findings) {
        var results = new DecisionResultRules(findings);
        resources.forEach((name, resource) -> {
            if (isTable(name)) {
                results.know(document(resource));
            }
        });
        resources.forEach((name, resource) -> {
            if (isModel(name)) {
                results.check(name, document(resource));
            }
        });
    }

    /** A file that was read before. */
    private static Document document(ResourceEntity resource) {
        try {
            return SafeXml.read(resource.getBytes());
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What our own rules let through is read once more by the very parser that will deploy it. */
    private static void parse(String name, byte[] source, DeploymentEntity deployment, Findings findings) {
        if (isTable(name)) {
            TableEngine.trial(source).ifPresent(why -> findings.add(name, why));
        }
        if (!isModel(name)) {
            return;
        }
        var deployer = Context.getProcessEngineConfiguration().getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(BpmnDeployer.class::cast)
                .findFirst()
                .orElseThrow();
        try {
            new ParserTrial(deployer.getBpmnParser(), findings).read(name, source, SafeXml.read(source), deployment);
        } catch (SAXException e) {
            findings.add(name, XmlFault.of(e, source).inWords());
        }
    }

    static boolean isModel(String name) {
        return name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml");
    }

    static boolean isTable(String name) {
        return name.endsWith(".dmn") || name.endsWith(".dmn11.xml");
    }

    private static Set<String> forms(Map<String, ResourceEntity> resources, FormRules rules) {
        return resources.values().stream()
                .filter(resource -> resource.getName().endsWith(".form"))
                .flatMap(resource -> rules.check(resource.getName(), resource.getBytes()).stream())
                .collect(Collectors.toSet());
    }

    private static void check(String name, byte[] source, ModelRules models, Findings findings) {
        try {
            if (isModel(name)) {
                models.check(name, SafeXml.read(source));
            } else if (isTable(name)) {
                new TableRules(FEEL, findings).check(name, SafeXml.read(source));
            } else if (!name.endsWith(".form")) {
                findings.add(name, "只能部署 .bpmn、.dmn 和 .form 文件");
            }
        } catch (SAXException e) {
            findings.add(name, XmlFault.of(e, source).inWords());
        } catch (RuntimeException e) {
            // what our rules stumble over cannot be vouched for
            log.error("{} cannot be checked", name, e);
            findings.add(name, "里有检查不了的写法，请在 Modeler 里打开并重新保存");
        }
    }

    private Map<String, Class<?>> modelBeans() {
        return Arrays.stream(beans.getBeanNamesForAnnotation(ModelBean.class))
                .collect(Collectors.toMap(name -> name, name -> ClassUtils.getUserClass(beans.getType(name))));
    }
}
