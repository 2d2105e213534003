package org.qibu.engine.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.qibu.engine.identity.AsSystem;
import org.springframework.stereotype.Component;

/** The matters that run on an older version of a process than the newest one. */
@Component
public class RunningVersions {

    private static final int MOST = 2_000;

    private final ProcessEngine engine;
    private final AsSystem asSystem;

    RunningVersions(ProcessEngine engine, AsSystem asSystem) {
        this.engine = engine;
        this.asSystem = asSystem;
    }

    /**
     * A version on which matters run although there is a newer one.
     *
     * @param name of the process
     * @param newest version in force
     * @param matters numbers of the matters, at most 2000
     */
    public record Older(String process, String name, int version, int newest, List<String> matters) {}

    /** What a process is called; its id where it has no name. */
    public String nameOf(String process) {
        return asSystem.call(() -> newest(process).map(RunningVersions::name).orElse(process));
    }

    /** All older versions on which matters run, by process and version. */
    public List<Older> all() {
        return asSystem.call(() -> {
            var newest = engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                    .collect(Collectors.toMap(ProcessDefinition::getKey, model -> model));
            var older = new ArrayList<Older>();
            engine.getRepositoryService().createProcessDefinitionQuery().list().stream()
                    .filter(model -> newest.containsKey(model.getKey()))
                    .filter(model ->
                            model.getVersion() < newest.get(model.getKey()).getVersion())
                    .forEach(model -> {
                        var matters = instances(model).stream()
                                .map(RunningVersions::matterNo)
                                .distinct()
                                .toList();
                        if (!matters.isEmpty()) {
                            older.add(new Older(
                                    model.getKey(),
                                    name(model),
                                    model.getVersion(),
                                    newest.get(model.getKey()).getVersion(),
                                    matters));
                        }
                    });
            older.sort(Comparator.comparing(Older::process).thenComparing(Older::version));
            return older;
        });
    }

    List<ProcessInstance> instances(ProcessDefinition model) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionId(model.getId())
                .orderByBusinessKey()
                .asc()
                .listPage(0, MOST);
    }

    /** Whether it runs, and on the version on which it was found. */
    boolean isStillOn(ProcessInstance found) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(found.getId())
                        .processDefinitionId(found.getProcessDefinitionId())
                        .count()
                > 0;
    }

    Optional<ProcessDefinition> version(String process, int version) {
        return Optional.ofNullable(engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .processDefinitionVersion(version)
                .singleResult());
    }

    Optional<ProcessDefinition> newest(String process) {
        return Optional.ofNullable(engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult());
    }

    static String matterNo(ProcessInstance instance) {
        return instance.getBusinessKey() == null ? instance.getId() : instance.getBusinessKey();
    }

    static String name(ProcessDefinition model) {
        return model.getName() == null ? model.getKey() : model.getName();
    }
}
