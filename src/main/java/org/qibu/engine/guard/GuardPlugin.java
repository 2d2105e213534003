package org.qibu.engine.guard;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Puts our services in front of the engine's, before it is built. */
@Component
class GuardPlugin extends AbstractProcessEnginePlugin {

    private final GuardCollaborators guardCollaborators;

    GuardPlugin(GuardCollaborators guardCollaborators) {
        this.guardCollaborators = guardCollaborators;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTaskService(new GuardedTaskService(guardCollaborators));
        configuration.setFilterService(new GuardedFilterService(guardCollaborators));
        configuration.setFormService(new GuardedFormService(guardCollaborators));
        configuration.setRuntimeService(new GuardedRuntimeService(guardCollaborators));
        configuration.setIdentityService(new GuardedIdentityService(guardCollaborators));
        configuration.setTenantIdProvider(new CommunityOfProcess());
    }
}
