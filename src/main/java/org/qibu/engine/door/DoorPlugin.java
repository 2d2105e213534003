package org.qibu.engine.door;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Puts our services in front of the engine's, before it is built. */
@Component
class DoorPlugin extends AbstractProcessEnginePlugin {

    private final Doors doors;

    DoorPlugin(Doors doors) {
        this.doors = doors;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTaskService(new DoorTaskService(doors));
        configuration.setFilterService(new DoorFilterService(doors));
        configuration.setFormService(new DoorFormService(doors));
        configuration.setRuntimeService(new DoorRuntimeService(doors));
        configuration.setIdentityService(new DoorIdentityService(doors));
        configuration.setTenantIdProvider(new CommunityOfProcess());
    }
}
