package org.qibu.engine.listener;

import java.util.ArrayList;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.qibu.engine.MatterLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts {@link MatterLockInterceptor} inside the transaction of each command. */
@Component
class MatterLockPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<MatterLock> matters;

    MatterLockPlugin(ObjectProvider<MatterLock> matters) {
        this.matters = matters;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var interceptors = Optional.ofNullable(configuration.getCustomPostCommandInterceptorsTxRequired())
                .orElseGet(ArrayList::new);
        interceptors.add(new MatterLockInterceptor(matters));
        configuration.setCustomPostCommandInterceptorsTxRequired(interceptors);
    }
}
