package org.qibu.engine.models;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the releasing service in front of the engine's, before it is built. */
@Component
class ReleasePlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<ModelRelease> release;

    ReleasePlugin(ObjectProvider<ModelRelease> release) {
        this.release = release;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setRepositoryService(new ReleasingRepositoryService(release));
    }
}
