package org.qibu.engine.models;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/** Answers whoever deployed with one deployment, although what was sent may have made new versions of several processes. */
final class ReleasedDeployment {

    private ReleasedDeployment() {}

    /** The first of them, with the definitions of all. */
    static DeploymentWithDefinitions of(List<DeploymentWithDefinitions> deployed) {
        var answer = copy((DeploymentEntity) deployed.get(0));
        deployed.forEach(each -> {
            add(answer, each.getDeployedProcessDefinitions(), DeploymentWithDefinitions::getDeployedProcessDefinitions);
            add(
                    answer,
                    each.getDeployedDecisionDefinitions(),
                    DeploymentWithDefinitions::getDeployedDecisionDefinitions);
            add(
                    answer,
                    each.getDeployedDecisionRequirementsDefinitions(),
                    DeploymentWithDefinitions::getDeployedDecisionRequirementsDefinitions);
        });
        return answer;
    }

    private static <D extends ResourceDefinition> void add(
            DeploymentEntity answer, List<D> definitions, Function<DeploymentWithDefinitions, List<D>> known) {
        if (definitions != null) {
            var before = known.apply(answer) == null ? List.<D>of() : List.copyOf(known.apply(answer));
            definitions.stream()
                    .filter(each -> !before.contains(each))
                    .map(ResourceDefinitionEntity.class::cast)
                    .forEach(answer::addDeployedArtifact);
        }
    }

    private static DeploymentEntity copy(DeploymentEntity deployment) {
        var copy = new DeploymentEntity();
        copy.setId(deployment.getId());
        copy.setName(deployment.getName());
        copy.setSource(deployment.getSource());
        copy.setTenantId(deployment.getTenantId());
        copy.setDeploymentTime(deployment.getDeploymentTime());
        return copy;
    }

    /** A deployment that stands since earlier, with what it defines. */
    static DeploymentWithDefinitions standing(RepositoryService repository, String id) {
        var deployment = (DeploymentEntity)
                repository.createDeploymentQuery().deploymentId(id).singleResult();
        var answer = copy(deployment);
        var definitions = new ArrayList<ResourceDefinition>();
        definitions.addAll(
                repository.createProcessDefinitionQuery().deploymentId(id).list());
        definitions.addAll(
                repository.createDecisionDefinitionQuery().deploymentId(id).list());
        definitions.stream().map(ResourceDefinitionEntity.class::cast).forEach(answer::addDeployedArtifact);
        return answer;
    }
}
