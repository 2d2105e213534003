package org.qibu.engine.lists;

import java.util.ArrayList;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts our way of finding tasks in the place of the engine's. */
@Component
class ListPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Duties> duties;
    private final ObjectProvider<ReadableTasks> readable;

    ListPlugin(ObjectProvider<Duties> duties, ObjectProvider<ReadableTasks> readable) {
        this.duties = duties;
        this.readable = readable;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var factories =
                Optional.ofNullable(configuration.getCustomSessionFactories()).orElseGet(ArrayList::new);
        factories.add(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return TaskManager.class;
            }

            @Override
            public Session openSession() {
                return new WorkableTasks(duties, readable);
            }
        });
        configuration.setCustomSessionFactories(factories);
    }
}
