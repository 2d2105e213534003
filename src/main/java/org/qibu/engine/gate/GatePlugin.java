package org.qibu.engine.gate;

import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.qibu.engine.gate.dmn.TableEngine;
import org.qibu.engine.gate.expression.SafeExpressions;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Restricts deployment to files that passed the gate and removes scripts and foreign beans from the engine's reach.
 */
@Component
class GatePlugin extends AbstractProcessEnginePlugin {

    private final ApplicationContext beans;

    GatePlugin(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new SafeExpressions(beans));
        configuration.setScriptEngineResolver(
                new DefaultScriptEngineResolver(new ScriptEngineManager(new NoEngines())));
        configuration.setDmnEngineConfiguration(TableEngine.configuration());
        List<Deployer> first = new ArrayList<>(List.of(new PassedFiles.Only()));
        if (configuration.getCustomPreDeployers() != null) {
            first.addAll(configuration.getCustomPreDeployers());
        }
        configuration.setCustomPreDeployers(first);
    }

    /** A class loader that finds no script engine. */
    private static final class NoEngines extends ClassLoader {

        NoEngines() {
            super(null);
        }
    }
}
