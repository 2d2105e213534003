package org.qibu.engine.door;

import java.util.ArrayList;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.qibu.engine.MatterLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts {@link MatterFirst} inside the transaction of each command. */
@Component
class MatterFirstPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<MatterLock> matters;

    MatterFirstPlugin(ObjectProvider<MatterLock> matters) {
        this.matters = matters;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var interceptors = Optional.ofNullable(configuration.getCustomPostCommandInterceptorsTxRequired())
                .orElseGet(ArrayList::new);
        interceptors.add(new MatterFirst(matters));
        configuration.setCustomPostCommandInterceptorsTxRequired(interceptors);
    }
}
