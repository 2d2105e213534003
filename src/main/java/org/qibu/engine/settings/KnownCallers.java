package org.qibu.engine.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.qibu.engine.SystemWork;
import org.qibu.engine.UnknownCaller;
import org.springframework.stereotype.Component;

/**
 * Lets only known callers reach the engine. By itself the engine checks no right and no community where nobody is logged in;
 * here nobody is refused before the engine sees the command, unless the product declared the work as its own.
 */
@Component
class KnownCallers extends AbstractProcessEnginePlugin {

    /** The last command of all, when the product stops. */
    private static final String ENGINE_ENDS = "SchemaOperationProcessEngineClose";

    private volatile IdentityService identity;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreCommandInterceptorsTxRequired(
                withCheck(configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                withCheck(configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private List<CommandInterceptor> withCheck(List<CommandInterceptor> others) {
        var all = new ArrayList<CommandInterceptor>();
        all.add(new Check());
        Optional.ofNullable(others).ifPresent(all::addAll);
        return all;
    }

    /** While it is built the engine asks itself. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        identity = engine.getIdentityService();
    }

    private boolean isKnown(Command<?> command) {
        if (identity == null
                || SystemWork.isDeclared()
                || Context.getCommandContext() != null
                || ENGINE_ENDS.equals(command.getClass().getSimpleName())) {
            return true;
        }
        var who = identity.getCurrentAuthentication();
        return who != null && who.getUserId() != null && !who.getUserId().isBlank();
    }

    private final class Check extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            if (!isKnown(command)) {
                throw new UnknownCaller(command.getClass().getSimpleName());
            }
            return next.execute(command);
        }
    }
}
