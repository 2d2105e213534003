package org.qibu.engine.models;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.qibu.engine.ModelRefused;
import org.qibu.engine.ModelRefused.Finding;
import org.qibu.engine.gate.DeploymentGate;
import org.qibu.engine.gate.PassedFiles;
import org.qibu.engine.identity.AsSystem;
import org.qibu.engine.models.ModelAssembly.Unit;
import org.qibu.engine.settings.Grants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * Puts models, forms and tables in force: assembles what was sent with the other files as they run today, deploys all of it
 * past the gate or nothing, and gives the groups it names their rights. The one way for whatever is sent, whoever sends it.
 */
@Component
public class ModelRelease {

    /** What deployments out of the program's own files say about where they come from. */
    public static final String PACKED = "qibu";

    private static final Logger log = LoggerFactory.getLogger(ModelRelease.class);

    private static final int TRIES = 5;
    private static final String BUSY = "别人正在部署，这次没有生效，请过一会儿再部署。";

    private final SingletonSupplier<ProcessEngine> engine;
    private final SingletonSupplier<DeploymentGate> gate;
    private final SingletonSupplier<Grants> grants;
    private final SingletonSupplier<PlatformTransactionManager> transactions;
    private final AsSystem asSystem;

    ModelRelease(
            ObjectProvider<ProcessEngine> engine,
            ObjectProvider<DeploymentGate> gate,
            ObjectProvider<Grants> grants,
            ObjectProvider<PlatformTransactionManager> transactions,
            AsSystem asSystem) {
        this.engine = SingletonSupplier.of(engine::getObject);
        this.gate = SingletonSupplier.of(gate::getObject);
        this.grants = SingletonSupplier.of(grants::getObject);
        this.transactions = SingletonSupplier.of(transactions::getObject);
        this.asSystem = asSystem;
    }

    /**
     * Puts in force what somebody sent. The files are tried before the transaction that deploys them; where something else
     * was put in force meanwhile, they are put together and tried anew.
     *
     * @param sent contents by file name; a file replaces the running one that defines the same id, under that one's name
     * @param source what the deployments say about where they come from
     * @return one deployment per process that has a new version, and one for the shared tables; where nothing differs from
     *     what runs, what runs
     * @throws ModelRefused when a file is used by no process, the gate lets something not through, or others put something in
     *     force again and again meanwhile; nothing changes then
     */
    public List<DeploymentWithDefinitions> putInForce(Map<String, byte[]> sent, String source) {
        var files = files(sent);
        return deploy(running -> ModelAssembly.of(running, files, false), source);
    }

    /** Reads what is in force, whoever asks. */
    RunningModels running() {
        return asSystem.call(() -> RunningModels.read(repository()));
    }

    static List<ModelFile> files(Map<String, byte[]> sent) {
        return sent.entrySet().stream()
                .map(file -> ModelFile.read(file.getKey(), file.getValue()))
                .toList();
    }

    /** Deploys what is put together from what is in force, on which it is based still when it is deployed. */
    List<DeploymentWithDefinitions> deploy(Function<RunningModels, Collection<Unit>> assembly, String source) {
        for (int tried = 0; tried < TRIES; tried++) {
            var running = running();
            var checked = check(assembly.apply(running), running);
            var deployed = new TransactionTemplate(transactions.obtain())
                    .execute(status -> isInForce(running) ? deploy(checked, source) : null);
            if (deployed != null) {
                return deployed;
            }
            log.info("Something else was put in force meanwhile, so the files are put together anew");
        }
        throw new ModelRefused(ModelRefused.BEGINNING + BUSY, List.of(new Finding("", List.of(), BUSY)));
    }

    /** A deployment with what the gate says to it; nothing where it is what runs already. */
    private record Checked(Unit unit, Optional<PassedFiles> passed) {}

    private List<Checked> check(Collection<Unit> units, RunningModels running) {
        var checked = new ArrayList<Checked>();
        var refusals = new ArrayList<ModelRefused>();
        var together = contents(units);
        for (var unit : units) {
            try {
                checked.add(new Checked(
                        unit,
                        unit.isRunning(running)
                                ? Optional.empty()
                                : Optional.of(asSystem.call(() -> gate.obtain()
                                        .check(contents(List.of(unit)), together, unit.standing(running))))));
            } catch (ModelRefused refused) {
                refusals.add(refused);
            }
        }
        if (!refusals.isEmpty()) {
            throw ModelRefused.together(refusals);
        }
        return checked;
    }

    /** Whether nothing else was put in force meanwhile; from now on nobody else deploys before this transaction ends. */
    private boolean isInForce(RunningModels running) {
        return asSystem.call(() -> {
            lock();
            return RunningModels.definitions(repository()).equals(running.definitions());
        });
    }

    /** The lock the engine itself takes when it deploys. */
    private void lock() {
        ((ProcessEngineConfigurationImpl) engine.obtain().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    context.getPropertyManager().acquireExclusiveLock();
                    return null;
                });
    }

    private RepositoryService repository() {
        return engine.obtain().getRepositoryService();
    }

    private List<DeploymentWithDefinitions> deploy(List<Checked> checked, String source) {
        var deployed = checked.stream()
                .map(each -> each.passed()
                        .map(passed -> passed.deploying(() -> deploy(each.unit(), source)))
                        .orElseGet(() -> today(each.unit())))
                .toList();
        asSystem.call(() -> {
            grants.obtain().followModels();
            return null;
        });
        return deployed;
    }

    private static Map<String, byte[]> contents(Collection<Unit> units) {
        var contents = new HashMap<String, byte[]>();
        units.forEach(unit -> unit.files().forEach((name, file) -> contents.put(name, file.content())));
        return contents;
    }

    private DeploymentWithDefinitions deploy(Unit unit, String source) {
        var deployed = builder(unit, source).deployWithResult();
        if (deployed.getDeployedProcessDefinitions() != null) {
            deployed.getDeployedProcessDefinitions()
                    .forEach(model -> log.info("Deployed {} version {}", model.getKey(), model.getVersion()));
        }
        if (ModelAssembly.SHARED.equals(unit.name())) {
            log.info("Deployed the tables all processes share");
        }
        return deployed;
    }

    private DeploymentBuilder builder(Unit unit, String source) {
        var builder = repository().createDeployment().name(unit.name()).source(source);
        unit.files()
                .values()
                .forEach(file -> builder.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        return builder;
    }

    private DeploymentWithDefinitions today(Unit unit) {
        return asSystem.call(() -> {
            var shared = ModelAssembly.SHARED.equals(unit.name());
            Function<RepositoryService, String> deployment = service -> shared
                    ? service.createDecisionDefinitionQuery()
                            .decisionDefinitionKey(unit.files()
                                    .values()
                                    .iterator()
                                    .next()
                                    .ids()
                                    .iterator()
                                    .next())
                            .latestVersion()
                            .singleResult()
                            .getDeploymentId()
                    : service.createProcessDefinitionQuery()
                            .processDefinitionKey(unit.name())
                            .latestVersion()
                            .withoutTenantId()
                            .singleResult()
                            .getDeploymentId();
            return ReleasedDeployment.standing(repository(), deployment.apply(repository()));
        });
    }
}
