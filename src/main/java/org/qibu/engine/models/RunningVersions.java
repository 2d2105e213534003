package org.qibu.engine.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.qibu.engine.door.Unchecked;
import org.qibu.engine.fault.ProcessFaults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The matters that run on an older version of a process, and their move to the newest one: what waits goes on waiting, with
 * its due moments and drafts, and is from then on decided by the files of the newest version.
 */
@Component
public class RunningVersions {

    private static final Logger log = LoggerFactory.getLogger(RunningVersions.class);
    private static final int MOST = 2_000;
    private static final int RETRIES = 3;

    private final ObjectProvider<ProcessEngine> engine;
    private final ProcessFaults faults;
    private final Unchecked unchecked;

    RunningVersions(ObjectProvider<ProcessEngine> engine, ProcessFaults faults, Unchecked unchecked) {
        this.engine = engine;
        this.faults = faults;
        this.unchecked = unchecked;
    }

    /**
     * A version on which matters run although there is a newer one.
     *
     * @param name of the process
     * @param newest version in force
     * @param matters numbers of the matters, at most 2000
     */
    public record Older(String process, String name, int version, int newest, List<String> matters) {}

    /**
     * What a move would do, before it is done.
     *
     * @param changed names of the files that differ between the versions
     * @param matters each with what waits in it
     */
    public record Preview(
            String process, String name, int version, int newest, List<String> changed, List<Moving> matters) {

        /** Whether any can be moved. */
        public boolean isPossible() {
            return matters.stream().anyMatch(Moving::isPossible);
        }
    }

    /**
     * One matter that would be moved.
     *
     * @param waiting names of the tasks and events at which it stands
     * @param obstacles names of those which the newest version has not; empty where it can be moved
     */
    public record Moving(String matterNo, List<String> waiting, List<String> obstacles) {

        /** Whether the newest version has every place at which it stands. */
        public boolean isPossible() {
            return obstacles.isEmpty();
        }
    }

    /**
     * What a move did.
     *
     * @param moved numbers of the matters that are on the newest version now
     * @param left numbers of those that stayed, each with why
     */
    public record Result(List<String> moved, Map<String, String> left) {}

    /** What a process is called; its id where it has no name. */
    public String nameOf(String process) {
        return unchecked.call(() -> newest(process).map(RunningVersions::name).orElse(process));
    }

    /** All older versions on which matters run, by process and version. */
    public List<Older> all() {
        return unchecked.call(() -> {
            var newest =
                    engine
                            .getObject()
                            .getRepositoryService()
                            .createProcessDefinitionQuery()
                            .latestVersion()
                            .list()
                            .stream()
                            .collect(Collectors.toMap(ProcessDefinition::getKey, model -> model));
            var older = new ArrayList<Older>();
            engine.getObject().getRepositoryService().createProcessDefinitionQuery().list().stream()
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

    /** What moving these matters would do; empty where the version is the newest or unknown. */
    public Optional<Preview> preview(String process, int version) {
        return unchecked.call(() -> version(process, version)
                .flatMap(from -> newest(process)
                        .filter(to -> to.getVersion() > from.getVersion())
                        .map(to -> {
                            var plan = plan(from, to);
                            var matters = instances(from).stream()
                                    .map(instance -> moving(instance, plan))
                                    .toList();
                            return new Preview(
                                    process, name(to), from.getVersion(), to.getVersion(), changed(from, to), matters);
                        })));
    }

    /** Moves every matter of a version that can be moved to the newest one, each by itself. */
    public Result move(String process, int version, int newest) {
        return unchecked.call(() -> {
            var from = version(process, version);
            var to = version(process, newest);
            var moved = new ArrayList<String>();
            var left = new LinkedHashMap<String, String>();
            if (from.isPresent() && to.isPresent()) {
                var plan = plan(from.get(), to.get());
                for (var instance : instances(from.get())) {
                    move(instance, plan, to.get())
                            .ifPresentOrElse(
                                    why -> left.put(matterNo(instance), why), () -> moved.add(matterNo(instance)));
                }
            }
            return new Result(moved, left);
        });
    }

    /** Why an instance stayed; empty where it was moved. */
    private Optional<String> move(ProcessInstance instance, MigrationPlan plan, ProcessDefinition to) {
        var obstacles = moving(instance, plan).obstacles();
        if (!obstacles.isEmpty()) {
            return Optional.of("新版本里没有“" + String.join("”“", obstacles) + "”");
        }
        try {
            engine.getObject()
                    .getRuntimeService()
                    .newMigration(plan)
                    .processInstanceIds(instance.getId())
                    .execute();
            faults.moved(matterNo(instance), to.getKey(), to.getVersion());
            tryAgain(engine.getObject()
                    .getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .noRetriesLeft()
                    .list());
            return Optional.empty();
        } catch (ProcessEngineException refused) {
            log.error("{} cannot be moved to another version", matterNo(instance), refused);
            return Optional.of("新旧版本的结构差得太多");
        }
    }

    /** Lets what was due and failed be tried again now. */
    public void tryAgain(String job) {
        unchecked.call(() -> {
            tryAgain(engine.getObject()
                    .getManagementService()
                    .createJobQuery()
                    .jobId(job)
                    .noRetriesLeft()
                    .list());
            return null;
        });
    }

    private void tryAgain(List<Job> jobs) {
        jobs.forEach(job -> engine.getObject().getManagementService().setJobRetries(job.getId(), RETRIES));
    }

    private MigrationPlan plan(ProcessDefinition from, ProcessDefinition to) {
        return engine.getObject()
                .getRuntimeService()
                .createMigrationPlan(from.getId(), to.getId())
                .mapEqualActivities()
                .build();
    }

    private Moving moving(ProcessInstance instance, MigrationPlan plan) {
        var known = plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
        var waiting = new ArrayList<String>();
        var obstacles = new ArrayList<String>();
        var tree = engine.getObject().getRuntimeService().getActivityInstance(instance.getId());
        if (tree != null) {
            collect(tree, known, waiting, obstacles);
        }
        return new Moving(matterNo(instance), waiting, obstacles);
    }

    private static void collect(ActivityInstance at, Set<String> known, List<String> waiting, List<String> obstacles) {
        for (var child : at.getChildActivityInstances()) {
            var name = child.getActivityName() == null ? child.getActivityId() : child.getActivityName();
            if (!known.contains(child.getActivityId())) {
                obstacles.add(name);
            }
            if (child.getChildActivityInstances().length == 0) {
                waiting.add(name);
            }
            collect(child, known, waiting, obstacles);
        }
        Arrays.stream(at.getChildTransitionInstances())
                .filter(transition -> !known.contains(transition.getActivityId()))
                .map(transition -> transition.getActivityName() == null
                        ? transition.getActivityId()
                        : transition.getActivityName())
                .forEach(obstacles::add);
    }

    private List<String> changed(ProcessDefinition from, ProcessDefinition to) {
        var before = files(from);
        var after = files(to);
        var names = new HashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Arrays.equals(before.get(name), after.get(name)))
                .sorted()
                .toList();
    }

    private Map<String, byte[]> files(ProcessDefinition model) {
        return RunningModels.files(engine.getObject().getRepositoryService(), model.getDeploymentId()).stream()
                .collect(Collectors.toMap(ModelFile::name, ModelFile::content, (first, second) -> first));
    }

    private List<ProcessInstance> instances(ProcessDefinition model) {
        return engine.getObject()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionId(model.getId())
                .orderByBusinessKey()
                .asc()
                .listPage(0, MOST);
    }

    private Optional<ProcessDefinition> version(String process, int version) {
        return Optional.ofNullable(engine.getObject()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .processDefinitionVersion(version)
                .singleResult());
    }

    private Optional<ProcessDefinition> newest(String process) {
        return Optional.ofNullable(engine.getObject()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult());
    }

    private static String matterNo(ProcessInstance instance) {
        return instance.getBusinessKey() == null ? instance.getId() : instance.getBusinessKey();
    }

    private static String name(ProcessDefinition model) {
        return model.getName() == null ? model.getKey() : model.getName();
    }
}
