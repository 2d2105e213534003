package org.qibu.engine.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.qibu.engine.ModelSource;
import org.xml.sax.SAXException;

/** Collects what a model may refer to: in its own deployment, released together with it, already deployed, or of the program. */
final class KnownModels {

    /** Stands for the organisation that leads the matter; narrowed to its members when a task is created. */
    private static final String VIRTUAL_GROUP = "lead-unit";

    private final ModelSource source;
    private final ExpressionRules expressions;
    private final Set<String> startForms;
    private final Cache<ByteBuffer, ModelFacts> read =
            Caffeine.newBuilder().maximumSize(500).build();
    private volatile List<ModelFacts> ownFacts;

    KnownModels(ModelSource source, ExpressionRules expressions, Set<String> startForms) {
        this.source = source;
        this.expressions = expressions;
        this.startForms = startForms;
    }

    /**
     * What is known while some files are deployed.
     *
     * @param here contents by name
     * @param forms ids of those deployed with them
     * @param isFormUnread whether one of the forms could not be read
     */
    ModelRules.Known with(Map<String, byte[]> here, Set<String> forms, boolean isFormUnread) {
        var own = facts(here);
        var others = new ArrayList<>(facts(ReleasedTogether.files()));
        others.addAll(deployed());
        var packed = facts(packed());
        var processes = new TreeSet<String>();
        var decisions = deployedDecisions();
        for (var facts : List.of(own, others, packed)) {
            facts.forEach(each -> processes.addAll(each.processes()));
        }
        packed.forEach(each -> decisions.addAll(each.decisions()));
        var calls = new TreeMap<String, Set<String>>();
        // what is released now counts before what is deployed, and that before what is packed
        List.of(packed, others).forEach(facts -> reversed(facts).forEach(each -> calls.putAll(each.calls())));
        own.forEach(each -> each.processes().forEach(calls::remove));
        return new ModelRules.Known(
                groups(),
                forms,
                own.stream().flatMap(each -> each.decisions().stream()).collect(Collectors.toSet()),
                processes,
                decisions,
                startForms,
                calls,
                KnownModels::isAccount,
                isFormUnread);
    }

    /** The variables that the models and tables of the program name, and those the other models set. */
    Set<String> variables() {
        var names = new TreeSet<String>();
        own().forEach(each -> names.addAll(each.names()));
        facts(ReleasedTogether.files()).forEach(each -> names.addAll(each.sets()));
        deployed().forEach(each -> names.addAll(each.sets()));
        return names;
    }

    /** The variables that the program's models set, and the other models. */
    Set<String> sets() {
        var names = new TreeSet<String>();
        for (var facts : List.of(own(), facts(ReleasedTogether.files()), deployed())) {
            facts.forEach(each -> names.addAll(each.sets()));
        }
        return names;
    }

    /** The processes that another calls. */
    Set<String> called() {
        var called = new TreeSet<String>();
        for (var facts : List.of(own(), facts(packed()), facts(ReleasedTogether.files()), deployed())) {
            facts.forEach(each -> each.calls().values().forEach(called::addAll));
        }
        return called;
    }

    /** What the components and forms a model uses may set: whatever the program's models that use one of them name. */
    Set<String> brought(ModelFacts model) {
        var names = new TreeSet<String>();
        var alike = own().stream()
                .filter(each -> !Collections.disjoint(each.uses(), model.uses()))
                .toList();
        alike.forEach(each -> names.addAll(each.names()));
        own().stream()
                .filter(table -> alike.stream().anyMatch(each -> !Collections.disjoint(each.asks(), table.decisions())))
                .forEach(table -> names.addAll(table.names()));
        return names;
    }

    /** The messages the program sends: those its own models wait for. */
    Set<String> messages() {
        return own().stream().flatMap(each -> each.messages().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The signals which the models in force, and those released now, throw. */
    Set<String> signals() {
        return Stream.concat(facts(ReleasedTogether.files()).stream(), deployed().stream())
                .flatMap(each -> each.thrown().stream())
                .collect(Collectors.toSet());
    }

    private List<ModelFacts> own() {
        if (ownFacts == null) {
            ownFacts = facts(source.own());
        }
        return ownFacts;
    }

    /** The decisions which the models in force ask. */
    Set<String> asked() {
        return deployed().stream().flatMap(each -> each.asks().stream()).collect(Collectors.toSet());
    }

    /** What a file says; nothing where it cannot be read. */
    ModelFacts facts(byte[] content) {
        return read.get(ByteBuffer.wrap(content), key -> {
            try {
                return ModelFacts.of(SafeXml.read(content), expressions);
            } catch (SAXException unreadable) {
                return ModelFacts.NONE;
            }
        });
    }

    private List<ModelFacts> facts(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .filter(file -> DeploymentGate.isModel(file.getKey()) || DeploymentGate.isTable(file.getKey()))
                .map(file -> facts(file.getValue()))
                .toList();
    }

    private static List<ModelFacts> reversed(List<ModelFacts> facts) {
        var reversed = new ArrayList<>(facts);
        Collections.reverse(reversed);
        return reversed;
    }

    private Map<String, byte[]> packed() {
        try {
            return source.files();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ModelFacts> deployed() {
        return inEngine(repository -> {
            var files = new HashMap<String, byte[]>();
            repository
                    .createProcessDefinitionQuery()
                    .latestVersion()
                    .list()
                    .forEach(model -> files.put(model.getId() + ".bpmn", content(repository, model)));
            return facts(files);
        });
    }

    private static byte[] content(RepositoryService repository, ProcessDefinition model) {
        try (var stream = repository.getProcessModel(model.getId())) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> deployedDecisions() {
        return inEngine(repository -> repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                .map(DecisionDefinition::getKey)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static <T> T inEngine(Function<RepositoryService, T> question) {
        return Context.getCommandContext()
                .runWithoutAuthorization(() ->
                        question.apply(Context.getProcessEngineConfiguration().getRepositoryService()));
    }

    private static boolean isAccount(String id) {
        return Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                                .getIdentityService()
                                .createUserQuery()
                                .userId(id)
                                .count()
                        > 0);
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
}
