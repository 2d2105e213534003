package org.qibu.engine.models;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.qibu.engine.ModelRefused;
import org.qibu.engine.door.Unchecked;
import org.qibu.engine.gate.ReleasedTogether;
import org.qibu.engine.models.ModelAssembly.Unit;
import org.qibu.engine.settings.Grants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts models, forms and tables in force: assembles what was sent with the other files as they run today, deploys all of it
 * past the gate or nothing, and gives the groups it names their rights. The one way for whatever is sent, whoever sends it.
 */
@Component
public class ModelRelease {

    /** What deployments out of the program's own files say about where they come from. */
    public static final String PACKED = "qibu";

    private static final Logger log = LoggerFactory.getLogger(ModelRelease.class);

    private final ObjectProvider<RepositoryService> repository;
    private final ObjectProvider<Grants> grants;
    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final Unchecked unchecked;

    ModelRelease(
            ObjectProvider<RepositoryService> repository,
            ObjectProvider<Grants> grants,
            ObjectProvider<PlatformTransactionManager> transactions,
            Unchecked unchecked) {
        this.repository = repository;
        this.grants = grants;
        this.transactions = transactions;
        this.unchecked = unchecked;
    }

    /**
     * Puts in force what somebody sent.
     *
     * @param sent contents by file name; a file replaces the running one that defines the same id, under that one's name
     * @param source what the deployments say about where they come from
     * @return one deployment per process that has a new version, and one for the shared tables; where nothing differs from
     *     what runs, what runs
     * @throws ModelRefused when a file is used by no process or the gate lets something not through; nothing changes then
     */
    public List<DeploymentWithDefinitions> putInForce(Map<String, byte[]> sent, String source) {
        var running = running();
        return deploy(ModelAssembly.of(running, files(sent), false), running, source);
    }

    /** Reads what is in force, whoever asks. */
    RunningModels running() {
        return unchecked.call(() -> RunningModels.read(repository.getObject()));
    }

    static List<ModelFile> files(Map<String, byte[]> sent) {
        return sent.entrySet().stream()
                .map(file -> ModelFile.read(file.getKey(), file.getValue()))
                .toList();
    }

    List<DeploymentWithDefinitions> deploy(Collection<Unit> units, RunningModels running, String source) {
        return new TransactionTemplate(transactions.getObject()).execute(status -> {
            var deployed = new ArrayList<DeploymentWithDefinitions>();
            var refusals = new ArrayList<ModelRefused>();
            var together = contents(units);
            for (var unit : units) {
                try {
                    deployed.add(
                            unit.isRunning(running)
                                    ? today(unit)
                                    : ReleasedTogether.deploying(together, () -> deploy(unit, source)));
                } catch (ModelRefused refused) {
                    refusals.add(refused);
                }
            }
            if (!refusals.isEmpty()) {
                throw ModelRefused.together(refusals);
            }
            unchecked.call(() -> {
                grants.getObject().followModels();
                return null;
            });
            return deployed;
        });
    }

    private static Map<String, byte[]> contents(Collection<Unit> units) {
        var contents = new HashMap<String, byte[]>();
        units.forEach(unit -> unit.files().forEach((name, file) -> contents.put(name, file.content())));
        return contents;
    }

    private DeploymentWithDefinitions deploy(Unit unit, String source) {
        var deployed = Assembled.deploying(() -> builder(unit, source).deployWithResult());
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
        var builder =
                repository.getObject().createDeployment().name(unit.name()).source(source);
        unit.files()
                .values()
                .forEach(file -> builder.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        return builder;
    }

    private DeploymentWithDefinitions today(Unit unit) {
        return unchecked.call(() -> {
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
            return ReleasedDeployment.standing(repository.getObject(), deployment.apply(repository.getObject()));
        });
    }
}
