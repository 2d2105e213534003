package org.qibu.engine.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CreateUserQueryCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetHistoryLevelCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessApplicationForDeploymentCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.qibu.engine.identity.ActingAs;
import org.qibu.engine.identity.SystemWork;
import org.qibu.engine.identity.UnknownCaller;
import org.springframework.stereotype.Component;

/**
 * Rejects engine commands without an account or declared system work. By itself the engine checks no right and no
 * community where nobody is logged in.
 */
@Component
class KnownCallers extends AbstractProcessEnginePlugin {

    /** The last command of all, when the product stops. */
    private static final String ENGINE_ENDS = "SchemaOperationProcessEngineClose";

    /**
     * What the engine's REST interface and web apps ask of the installation for whoever is logged in, having put the account
     * aside, since that needs no right: the address of a form, whether there is history and, as {@link UserQueryImpl}, an
     * administrator.
     */
    private static final Set<Class<?>> ASKED_ASIDE = Set.of(
            GetDeployedProcessDefinitionCmd.class,
            GetProcessApplicationForDeploymentCmd.class,
            GetHistoryLevelCmd.class,
            CreateUserQueryCmd.class);

    private static final String ADMINISTRATORS = "camunda-admin";

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
        return who != null && who.getUserId() != null && !who.getUserId().isBlank()
                || ActingAs.isForAnAccount() && isAskedAside(command);
    }

    private static boolean isAskedAside(Command<?> command) {
        return command instanceof UserQueryImpl users
                ? ADMINISTRATORS.equals(users.getGroupId())
                : ASKED_ASIDE.contains(command.getClass());
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
