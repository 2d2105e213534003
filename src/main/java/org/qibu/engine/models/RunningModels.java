package org.qibu.engine.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/**
 * The files in force: of each process the newest version with its own forms and tables, and the tables all share.
 *
 * @param processes by process id: first its model, then its forms and tables
 * @param shared tables that are asked in their newest version
 * @param definitions ids of the newest versions, by which is seen whether something else was put in force meanwhile
 */
record RunningModels(Map<String, List<ModelFile>> processes, List<ModelFile> shared, Set<String> definitions) {

    static RunningModels read(RepositoryService repository) {
        return new Reader(repository).read();
    }

    /** The ids of the newest versions of all processes and tables. */
    static Set<String> definitions(RepositoryService repository) {
        return Stream.concat(
                        repository.createProcessDefinitionQuery().latestVersion().withoutTenantId().list().stream()
                                .map(ResourceDefinition::getId),
                        repository.createDecisionDefinitionQuery().latestVersion().withoutTenantId().list().stream()
                                .map(ResourceDefinition::getId))
                .collect(Collectors.toSet());
    }

    /** The files of one deployment. */
    static List<ModelFile> files(RepositoryService repository, String deployment) {
        return repository.getDeploymentResources(deployment).stream()
                .map(resource -> ModelFile.read(resource.getName(), content(repository, deployment, resource.getId())))
                .toList();
    }

    private static byte[] content(RepositoryService repository, String deployment, String resource) {
        try (var stream = repository.getResourceAsStreamById(deployment, resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<ModelFile> model(String process) {
        return Optional.ofNullable(processes.get(process)).map(files -> files.get(0));
    }

    /** The file that defines this, as this process runs it; where it has none, as another process does. */
    Optional<ModelFile> find(ModelFile.Kind kind, String id, Collection<String> process) {
        return Stream.concat(
                        process.stream().flatMap(key -> processes.getOrDefault(key, List.of()).stream()),
                        processes.values().stream().flatMap(List::stream))
                .filter(file -> file.kind() == kind && file.defines(id))
                .findFirst();
    }

    /** Every file in force. */
    Stream<ModelFile> all() {
        return Stream.concat(processes.values().stream().flatMap(List::stream), shared.stream());
    }

    /** Reads what is in force out of the engine. */
    private static final class Reader {

        private final RepositoryService repository;
        private final Map<String, List<ModelFile>> deployments = new HashMap<>();

        Reader(RepositoryService repository) {
            this.repository = repository;
        }

        RunningModels read() {
            var definitions = definitions(repository);
            var processes = new LinkedHashMap<String, List<ModelFile>>();
            repository
                    .createProcessDefinitionQuery()
                    .latestVersion()
                    .withoutTenantId()
                    .orderByProcessDefinitionKey()
                    .asc()
                    .list()
                    .forEach(definition -> files(definition.getDeploymentId()).stream()
                            .filter(file -> file.name().equals(definition.getResourceName()))
                            .findFirst()
                            .ifPresent(model -> processes.put(
                                    definition.getKey(), withItsOwn(model, files(definition.getDeploymentId())))));
            return new RunningModels(processes, shared(processes), definitions);
        }

        private static List<ModelFile> withItsOwn(ModelFile model, List<ModelFile> deployed) {
            var own = new ArrayList<>(List.of(model));
            deployed.stream()
                    .filter(file -> file.kind() == ModelFile.Kind.FORM
                                    && file.ids().stream().anyMatch(model.forms()::contains)
                            || file.kind() == ModelFile.Kind.TABLE
                                    && file.ids().stream().anyMatch(model.tables()::contains))
                    .forEach(own::add);
            return own;
        }

        private List<ModelFile> shared(Map<String, List<ModelFile>> processes) {
            var bound = new HashSet<String>();
            processes.values().forEach(files -> bound.addAll(files.get(0).tables()));
            var shared = new LinkedHashMap<String, ModelFile>();
            repository.createDecisionDefinitionQuery().latestVersion().withoutTenantId().list().stream()
                    .filter(decision -> !bound.contains(decision.getKey()))
                    .flatMap(decision -> files(decision.getDeploymentId()).stream()
                            .filter(file -> file.name().equals(decision.getResourceName())))
                    .forEach(file -> shared.put(file.name(), file));
            return List.copyOf(shared.values());
        }

        private List<ModelFile> files(String deployment) {
            return deployments.computeIfAbsent(
                    deployment,
                    id -> repository.getDeploymentResources(id).stream()
                            .map(resource -> ModelFile.read(resource.getName(), content(id, resource.getId())))
                            .toList());
        }

        private byte[] content(String deployment, String resource) {
            try (var stream = repository.getResourceAsStreamById(deployment, resource)) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
