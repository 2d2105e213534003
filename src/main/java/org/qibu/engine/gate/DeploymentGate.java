package org.qibu.engine.gate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.qibu.availability.SlowWork;
import org.qibu.engine.ModelBean;
import org.qibu.engine.ModelRefused;
import org.qibu.engine.ModelSource;
import org.qibu.engine.feel.SafeFeel;
import org.qibu.engine.form.FormDefinition;
import org.qibu.engine.form.exam.FormExam;
import org.qibu.engine.gate.bpmn.EventRules;
import org.qibu.engine.gate.bpmn.ModelRules;
import org.qibu.engine.gate.bpmn.ParserTrial;
import org.qibu.engine.gate.bpmn.ReachRules;
import org.qibu.engine.gate.bpmn.ResultRules;
import org.qibu.engine.gate.dmn.TableEngine;
import org.qibu.engine.gate.dmn.TableRules;
import org.qibu.engine.gate.expression.ExpressionRules;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.qibu.engine.gate.finding.XmlFault;
import org.qibu.engine.spi.StartFormHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Tries models, forms and tables before they are deployed: what the running product could not use is refused. Calculating
 * tables and filling forms takes a while, so it is done before the transaction that deploys.
 */
@Component
public class DeploymentGate {

    private static final Logger log = LoggerFactory.getLogger(DeploymentGate.class);
    private static final int LARGEST = 1_000_000;
    private static final SafeFeel FEEL = new SafeFeel();

    private final ApplicationContext beans;
    private final ProcessEngine engine;
    private Parts parts;

    DeploymentGate(ApplicationContext beans, ProcessEngine engine) {
        this.beans = beans;
        this.engine = engine;
    }

    /** What stays the same as long as the program runs, collected when it has started. */
    private record Parts(
            Map<String, byte[]> ownForms,
            Set<String> startForms,
            Set<String> firstVariables,
            ExpressionRules expressions,
            ModelFactsReader reader) {}

    /**
     * Tries the files of one deployment.
     *
     * @param files contents by name
     * @param together contents by name of all the files put in force in one go, these among them
     * @return the files, which the engine now deploys
     * @throws ModelRefused with everything that stands against them
     * @throws IllegalStateException inside a transaction
     */
    public PassedFiles check(Map<String, byte[]> files, Map<String, byte[]> together) {
        return check(files, together, Set.of());
    }

    /**
     * The same where some of the files are in force already and only go along with the others.
     *
     * @param standing the names of those, which a newer program asks for no more than when they came
     */
    public PassedFiles check(Map<String, byte[]> files, Map<String, byte[]> together, Set<String> standing) {
        SlowWork.mustHoldNoConnection("trying a model");
        new Trial(parts(), new TreeMap<>(files), together, standing).run();
        return new PassedFiles(files);
    }

    private synchronized Parts parts() {
        if (parts == null) {
            var starts = beans.getBeanProvider(StartFormHandler.class).stream().toList();
            var first = new HashSet<>(Set.of("matterNo", "communityCode"));
            starts.forEach(handler -> first.addAll(handler.firstRouting().keySet()));
            var expressions = new ExpressionRules(modelBeans());
            parts = new Parts(
                    ownForms(),
                    starts.stream().map(StartFormHandler::formId).collect(Collectors.toSet()),
                    first,
                    expressions,
                    new ModelFactsReader(expressions));
        }
        return parts;
    }

    private Map<String, byte[]> ownForms() {
        return beans.getBean(ModelSource.class).own().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".form"))
                .collect(Collectors.toMap(
                        file -> FormDefinition.read(file.getValue()).id(), Map.Entry::getValue));
    }

    private Map<String, Class<?>> modelBeans() {
        return Arrays.stream(beans.getBeanNamesForAnnotation(ModelBean.class))
                .collect(Collectors.toMap(name -> name, name -> ClassUtils.getUserClass(beans.getType(name))));
    }

    static boolean isModel(String name) {
        return name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml");
    }

    static boolean isTable(String name) {
        return name.endsWith(".dmn") || name.endsWith(".dmn11.xml");
    }

    /** One deployment tried: file by file, then each with the others, then by the engine's own parser. */
    private final class Trial {

        private final Parts parts;
        private final Map<String, byte[]> files;
        private final Set<String> standing;
        private final KnownModels known;
        private final Findings findings = new Findings();

        Trial(Parts parts, Map<String, byte[]> files, Map<String, byte[]> together, Set<String> standing) {
            this.parts = parts;
            this.files = files;
            this.standing = standing;
            this.known = KnownModels.read(
                    beans.getBean(ModelSource.class), parts.reader(), engine, together, parts.startForms());
        }

        void run() {
            files.forEach((name, content) -> {
                if (content.length > LARGEST) {
                    findings.add(name, "文件超过 1 MB");
                }
            });
            findings.refuseIfAny();
            var forms = new FormRules(
                    beans.getBean(FormExam.class), parts.ownForms(), parts.startForms(), this::isNamed, findings);
            var ids = ids(forms);
            var models = new ModelRules(
                    parts.expressions(), known.with(parts.reader().facts(files), ids, forms.isUnread()), findings);
            files.forEach((name, content) -> check(name, content, models));
            findings.refuseIfAny();
            checkResults();
            checkVariables(new VariableRules(parts.expressions(), elsewhere(), forms.fields(), findings));
            findings.refuseIfAny();
            files.forEach(this::parse);
            findings.refuseIfAny();
        }

        /** Whether a model or table names a value as a text of its own. */
        private boolean isNamed(String value) {
            return files.entrySet().stream()
                    .filter(file -> isModel(file.getKey()) || isTable(file.getKey()))
                    .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                    .anyMatch(text -> Stream.of("'", "\"", "&#39;", "&#34;", "&quot;", "&apos;")
                            .anyMatch(quote -> text.contains(quote + value + quote)));
        }

        private Set<String> ids(FormRules rules) {
            return files.entrySet().stream()
                    .filter(file -> file.getKey().endsWith(".form"))
                    .flatMap(file -> rules.check(file.getKey(), file.getValue()).stream())
                    .collect(Collectors.toSet());
        }

        private void check(String name, byte[] source, ModelRules models) {
            try {
                if (isModel(name)) {
                    models.check(name, SafeXml.read(source));
                } else if (isTable(name)) {
                    new TableRules(FEEL, findings).check(name, SafeXml.read(source), standing.contains(name));
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

        private void checkResults() {
            var results = new DecisionResultRules(findings);
            files.forEach((name, content) -> {
                if (isTable(name)) {
                    results.know(document(content));
                }
            });
            files.forEach((name, content) -> {
                if (isModel(name)) {
                    results.check(name, document(content));
                }
            });
        }

        private VariableRules.Elsewhere elsewhere() {
            return new VariableRules.Elsewhere(
                    known.variables(), known.sets(), parts.firstVariables(), known.called(), known::brought);
        }

        private void checkVariables(VariableRules rules) {
            var asked = new HashSet<>(known.asked());
            var thrown = new HashSet<>(known.signals());
            var called = new HashSet<>(known.called());
            files.forEach((name, content) -> {
                var facts = parts.reader().facts(content);
                thrown.addAll(facts.thrown());
                facts.calls().values().forEach(called::addAll);
                if (isModel(name)) {
                    rules.know(facts, document(content));
                    asked.addAll(facts.asks());
                } else if (isTable(name)) {
                    rules.knowTables(document(content));
                }
            });
            var outcomes = new ResultRules(known, findings);
            var reach = new ReachRules(known.needed(), findings);
            var events = new EventRules(known.messages(), thrown, called, findings);
            files.forEach((name, content) -> {
                if (isModel(name)) {
                    events.check(name, document(content));
                    reach.check(name, document(content));
                    outcomes.check(name, document(content), parts.reader().facts(content));
                    rules.checkModel(name, document(content));
                } else if (isTable(name)
                        && parts.reader().facts(content).decisions().stream().anyMatch(asked::contains)) {
                    rules.checkTables(name, document(content));
                }
            });
        }

        /** A file that was read before. */
        private static Document document(byte[] content) {
            try {
                return SafeXml.read(content);
            } catch (SAXException e) {
                throw new IllegalStateException(e);
            }
        }

        /** What our own rules let through is read once more by the very parser that will deploy it. */
        private void parse(String name, byte[] source) {
            if (isTable(name)) {
                TableEngine.trial(source).ifPresent(why -> findings.add(name, why));
            }
            if (!isModel(name)) {
                return;
            }
            try {
                new ParserTrial(engine, findings).read(name, source, SafeXml.read(source));
            } catch (SAXException e) {
                findings.add(name, XmlFault.of(e, source).inWords());
            }
        }
    }
}
