package org.qibu.engine.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.qibu.engine.ModelSource;
import org.qibu.engine.gate.bpmn.ModelFacts;
import org.qibu.engine.gate.bpmn.ModelRules;
import org.qibu.engine.gate.bpmn.ResultRules;

/**
 * What a model may refer to: in its own deployment, released together with it, already deployed, or of the program. Read once
 * for each check, in short questions to the engine, so that checking itself holds no database connection.
 */
final class KnownModels implements ResultRules.Contract {

    /** Stands for the organisation that leads the matter; narrowed to its members when a task is created. */
    private static final String VIRTUAL_GROUP = "lead-unit";

    private final List<ModelFacts> own;
    private final List<ModelFacts> packed;
    private final List<ModelFacts> together;
    private final List<ModelFacts> deployed;
    private final Set<String> deployedDecisions;
    private final Set<String> groups;
    private final Set<String> startForms;
    private final Predicate<String> accounts;

    private KnownModels(
            ModelSource source,
            ModelFactsReader reader,
            ProcessEngine engine,
            Map<String, byte[]> together,
            Set<String> startForms) {
        this.own = reader.facts(source.own());
        this.packed = reader.facts(files(source));
        this.together = reader.facts(together);
        this.deployed = reader.facts(deployed(engine.getRepositoryService()));
        this.deployedDecisions = deployedDecisions(engine.getRepositoryService());
        this.groups = groups(engine.getIdentityService());
        this.startForms = startForms;
        this.accounts =
                id -> engine.getIdentityService().createUserQuery().userId(id).count() > 0;
    }

    /**
     * Reads what is known now.
     *
     * @param together contents by name of all the files that are put in force in one go, each process with a deployment of
     *     its own
     * @param startForms the forms a process may begin with
     */
    static KnownModels read(
            ModelSource source,
            ModelFactsReader reader,
            ProcessEngine engine,
            Map<String, byte[]> together,
            Set<String> startForms) {
        return new KnownModels(source, reader, engine, together, startForms);
    }

    /**
     * What one deployment may refer to.
     *
     * @param here what its files say
     * @param forms ids of those deployed with them
     * @param isFormUnread whether one of the forms could not be read
     */
    ModelRules.Known with(List<ModelFacts> here, Set<String> forms, boolean isFormUnread) {
        var others = new ArrayList<>(together);
        others.addAll(deployed);
        var processes = new TreeSet<String>();
        var decisions = new TreeSet<>(deployedDecisions);
        for (var facts : List.of(here, others, packed)) {
            facts.forEach(each -> processes.addAll(each.processes()));
        }
        packed.forEach(each -> decisions.addAll(each.decisions()));
        var calls = new TreeMap<String, Set<String>>();
        // what is released now counts before what is deployed, and that before what is packed
        List.of(packed, others).forEach(facts -> reversed(facts).forEach(each -> calls.putAll(each.calls())));
        here.forEach(each -> each.processes().forEach(calls::remove));
        return new ModelRules.Known(
                groups,
                forms,
                here.stream().flatMap(each -> each.decisions().stream()).collect(Collectors.toSet()),
                processes,
                decisions,
                startForms,
                calls,
                accounts,
                isFormUnread);
    }

    /** The variables that the models and tables of the program name, and those the other models set. */
    Set<String> variables() {
        var names = new TreeSet<String>();
        own.forEach(each -> names.addAll(each.names()));
        together.forEach(each -> names.addAll(each.sets()));
        deployed.forEach(each -> names.addAll(each.sets()));
        return names;
    }

    /** The variables that the program's models set, and the other models. */
    Set<String> sets() {
        return Stream.of(own, together, deployed)
                .flatMap(List::stream)
                .flatMap(each -> each.sets().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The processes that another calls. */
    Set<String> called() {
        return Stream.of(own, packed, together, deployed)
                .flatMap(List::stream)
                .flatMap(each -> each.calls().values().stream().flatMap(Set::stream))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the components and forms a model uses may set: whatever the program's models that use one of them name. */
    Set<String> brought(ModelFacts model) {
        var names = new TreeSet<String>();
        var alike = own.stream()
                .filter(each -> !Collections.disjoint(each.uses(), model.uses()))
                .toList();
        alike.forEach(each -> names.addAll(each.names()));
        own.stream()
                .filter(table -> alike.stream().anyMatch(each -> !Collections.disjoint(each.asks(), table.decisions())))
                .forEach(table -> names.addAll(table.names()));
        return names;
    }

    /** What each process of the program asks for and is handed by each of the program's models that call it. */
    Map<String, Set<String>> needed() {
        var needed = new TreeMap<String, Set<String>>();
        own.stream()
                .flatMap(each -> each.handed().entrySet().stream())
                .forEach(call -> needed.merge(call.getKey(), new TreeSet<>(call.getValue()), (one, other) -> {
                    one.retainAll(other);
                    return one;
                }));
        needed.forEach((process, names) -> own.stream()
                .filter(each -> each.processes().contains(process))
                .forEach(each -> names.retainAll(each.reads())));
        return needed;
    }

    /** What the program's own version of a process sets, and its callers take from it; empty where it is no process of the program. */
    @Override
    public Set<String> promised(String process) {
        var asked = own.stream()
                .flatMap(each -> each.returned().getOrDefault(process, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        own.stream().filter(each -> each.processes().contains(process)).forEach(each -> asked.retainAll(each.sets()));
        return asked;
    }

    /** The values for which the program's own version of a process has a way on, by the name of the variable. */
    @Override
    public Map<String, Set<String>> takenByOwn(String process) {
        return own.stream()
                .map(each -> each.taken().getOrDefault(process, Map.of()))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    /** The values for which the callers of a process, and itself, have a way on where they part by a variable. */
    @Override
    public Set<String> taken(String process, String variable) {
        return Stream.of(own, together, deployed)
                .flatMap(List::stream)
                .flatMap(each -> each.taken().entrySet().stream()
                        .filter(by -> by.getKey().equals(process)
                                || each.calls()
                                        .getOrDefault(by.getKey(), Set.of())
                                        .contains(process)))
                .flatMap(by -> by.getValue().getOrDefault(variable, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The messages the program sends: those its own models wait for. */
    Set<String> messages() {
        return own.stream().flatMap(each -> each.messages().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The signals which the models in force, and those released now, throw. */
    Set<String> signals() {
        return Stream.concat(together.stream(), deployed.stream())
                .flatMap(each -> each.thrown().stream())
                .collect(Collectors.toSet());
    }

    /** The decisions which the models in force ask. */
    Set<String> asked() {
        return deployed.stream().flatMap(each -> each.asks().stream()).collect(Collectors.toSet());
    }

    private static List<ModelFacts> reversed(List<ModelFacts> facts) {
        var reversed = new ArrayList<>(facts);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Map<String, byte[]> files(ModelSource source) {
        try {
            return source.files();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> deployed(RepositoryService repository) {
        var files = new HashMap<String, byte[]>();
        repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(model -> files.put(model.getId() + ".bpmn", content(repository, model)));
        return files;
    }

    private static byte[] content(RepositoryService repository, ProcessDefinition model) {
        try (var stream = repository.getProcessModel(model.getId())) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> deployedDecisions(RepositoryService repository) {
        return repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                .map(DecisionDefinition::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> groups(IdentityService identity) {
        var ids = identity.createGroupQuery().list().stream()
                .map(group -> group.getId())
                .collect(Collectors.toSet());
        ids.add(VIRTUAL_GROUP);
        return ids;
    }
}
