package org.qibu.engine.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.qibu.engine.MatterLock;
import org.qibu.engine.fault.ProcessFaultService;
import org.qibu.engine.identity.AsSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the matters of an older version of a process to the newest one: what waits goes on waiting, with its due moments and
 * drafts, and is from then on decided by the files of the newest version.
 */
@Component
public class VersionMoves {

    private static final Logger log = LoggerFactory.getLogger(VersionMoves.class);
    private static final int RETRIES = 3;

    private final ProcessEngine engine;
    private final PlatformTransactionManager transactions;
    private final RunningVersions versions;
    private final MatterLock matters;
    private final ProcessFaultService faults;
    private final AsSystem asSystem;

    VersionMoves(
            ProcessEngine engine,
            PlatformTransactionManager transactions,
            RunningVersions versions,
            MatterLock matters,
            ProcessFaultService faults,
            AsSystem asSystem) {
        this.engine = engine;
        this.transactions = transactions;
        this.versions = versions;
        this.matters = matters;
        this.faults = faults;
        this.asSystem = asSystem;
    }

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
    public record Result(List<String> moved, Map<String, String> left) {

        /** Whether there was nothing to move. */
        public boolean isEmpty() {
            return moved.isEmpty() && left.isEmpty();
        }
    }

    /** What moving these matters would do; empty where the version is the newest or unknown. */
    public Optional<Preview> preview(String process, int version) {
        return asSystem.call(() -> versions.version(process, version)
                .flatMap(from -> versions.newest(process)
                        .filter(to -> to.getVersion() > from.getVersion())
                        .map(to -> {
                            var plan = plan(from, to);
                            var matters = versions.instances(from).stream()
                                    .map(instance -> moving(instance, plan))
                                    .toList();
                            return new Preview(
                                    process,
                                    RunningVersions.name(to),
                                    from.getVersion(),
                                    to.getVersion(),
                                    changed(from, to),
                                    matters);
                        })));
    }

    /**
     * Moves every matter of a version that can be moved to the newest one, each by itself.
     *
     * @param newest the version the preview spoke of; where it is no longer the newest, or the matters are gone, nothing moves
     */
    public Result move(String process, int version, int newest) {
        return asSystem.call(() -> {
            var from = versions.version(process, version);
            var to = versions.newest(process).filter(latest -> latest.getVersion() == newest && newest > version);
            var moved = new ArrayList<String>();
            var left = new LinkedHashMap<String, String>();
            if (from.isPresent() && to.isPresent()) {
                var plan = plan(from.get(), to.get());
                for (var instance : versions.instances(from.get())) {
                    move(instance, plan, to.get())
                            .ifPresentOrElse(
                                    why -> left.put(RunningVersions.matterNo(instance), why),
                                    () -> moved.add(RunningVersions.matterNo(instance)));
                }
            }
            return new Result(moved, left);
        });
    }

    /** Why an instance stayed; empty where it was moved. */
    private Optional<String> move(ProcessInstance instance, MigrationPlan plan, ProcessDefinition to) {
        try {
            return new TransactionTemplate(transactions).execute(status -> {
                matters.hold(RunningVersions.matterNo(instance));
                if (!versions.isStillOn(instance)) {
                    return Optional.of("刚刚有人办完这一步，它已不在旧版本上");
                }
                var obstacles = moving(instance, plan).obstacles();
                if (!obstacles.isEmpty()) {
                    return Optional.of("新版本里没有“" + String.join("”“", obstacles) + "”");
                }
                migrate(instance, plan, to);
                return Optional.empty();
            });
        } catch (OptimisticLockingException | ConcurrencyFailureException race) {
            return Optional.of("刚才有人在办，请再搬一次");
        } catch (ProcessEngineException refused) {
            log.error("{} cannot be moved to another version", RunningVersions.matterNo(instance), refused);
            return Optional.of("新旧版本的结构差得太多");
        }
    }

    private void migrate(ProcessInstance instance, MigrationPlan plan, ProcessDefinition to) {
        faults.moving(instance, RunningVersions.matterNo(instance), to.getKey(), to.getVersion());
        engine.getRuntimeService()
                .newMigration(plan)
                .processInstanceIds(instance.getId())
                .execute();
        tryAgain(engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .noRetriesLeft()
                .list());
    }

    /** Gives a failed job of this id new retries, so that it runs again now; false where it stands still no longer. */
    public boolean tryAgain(String job) {
        return asSystem.call(() -> {
            var standing = engine.getManagementService()
                    .createJobQuery()
                    .jobId(job)
                    .noRetriesLeft()
                    .list();
            tryAgain(standing);
            return !standing.isEmpty();
        });
    }

    private void tryAgain(List<Job> jobs) {
        jobs.forEach(job -> engine.getManagementService().setJobRetries(job.getId(), RETRIES));
    }

    private MigrationPlan plan(ProcessDefinition from, ProcessDefinition to) {
        return engine.getRuntimeService()
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
        var tree = engine.getRuntimeService().getActivityInstance(instance.getId());
        if (tree != null) {
            collect(tree, known, waiting, obstacles);
        }
        return new Moving(RunningVersions.matterNo(instance), waiting, obstacles);
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
        return RunningModels.files(engine.getRepositoryService(), model.getDeploymentId()).stream()
                .collect(Collectors.toMap(ModelFile::name, ModelFile::content, (first, second) -> first));
    }
}
