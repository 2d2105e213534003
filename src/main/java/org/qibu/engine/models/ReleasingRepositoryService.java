package org.qibu.engine.models;

import java.util.LinkedHashMap;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.qibu.engine.ModelRefused;
import org.qibu.engine.gate.PassedFiles;
import org.qibu.engine.process.DecisionTables;
import org.qibu.transaction.ReadOnce;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/** The engine's repository service, through which whatever is deployed by whichever door is released as a whole. */
class ReleasingRepositoryService extends RepositoryServiceImpl {

    private static final String BY_HAND = "process-admin";

    private final SingletonSupplier<ModelRelease> release;

    ReleasingRepositoryService(ObjectProvider<ModelRelease> release) {
        this.release = SingletonSupplier.of(release::getObject);
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
        if (PassedFiles.isDeploying()) {
            var deployed = super.deployWithResult(builder);
            ReadOnce.forget(DecisionTables.class);
            return deployed;
        }
        mustBeAllowed();
        refuseWhatWouldBeIgnored(builder);
        var deployment = builder.getDeployment();
        var sent = new LinkedHashMap<String, byte[]>();
        if (deployment.getResources() != null) {
            deployment.getResources().forEach((name, resource) -> sent.put(name, resource.getBytes()));
        }
        if (sent.isEmpty()) {
            throw refused("没有收到文件，请选择 .bpmn、.dmn 或 .form 文件。");
        }
        return ReleasedDeployment.of(release.obtain().putInForce(sent, source(deployment.getSource())));
    }

    private static String source(String said) {
        return said == null || said.isBlank() || ModelRelease.PACKED.equals(said) ? BY_HAND : said;
    }

    private void mustBeAllowed() {
        commandExecutor.execute(context -> {
            var who = context.getAuthentication();
            if (who != null
                    && context.getProcessEngineConfiguration().isAuthorizationEnabled()
                    && !context.getAuthorizationManager()
                            .isAuthorized(Permissions.CREATE, Resources.DEPLOYMENT, null)) {
                throw new AuthorizationException(
                        who.getUserId(), Permissions.CREATE.getName(), Resources.DEPLOYMENT.resourceName(), null);
            }
            return null;
        });
    }

    private static void refuseWhatWouldBeIgnored(DeploymentBuilderImpl builder) {
        if (builder.getDeployment().getTenantId() != null) {
            throw refused("流程由各社区共用，不能只部署给一个社区，请清空租户（tenant）。");
        }
        if (builder.getProcessDefinitionsActivationDate() != null) {
            throw refused("部署后立即生效，不支持定时启用，请清空启用时间。");
        }
        if (!builder.getDeployments().isEmpty()
                || !builder.getDeploymentResourcesById().isEmpty()
                || !builder.getDeploymentResourcesByName().isEmpty()) {
            throw refused("请直接上传文件，不支持从以前的部署中引用。");
        }
    }

    private static ModelRefused refused(String sentence) {
        return new ModelRefused(
                ModelRefused.BEGINNING + sentence, List.of(new ModelRefused.Finding("", List.of(), sentence)));
    }
}
