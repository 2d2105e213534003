package org.qibu.engine.settings;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** History level, passwords and grants, set before the engine is built. */
@Component
class SettingsPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        CachedPropertyAccessor.install();
        configuration.setCustomHistoryLevels(List.of(new LeanHistory()));
        configuration.setHistory(LeanHistory.NAME);
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        configuration.getCustomHistoryEventHandlers().add(new SparingHistory());
        configuration.setGeneralResourceWhitelistPattern("[a-zA-Z0-9_.@-]+");
        configuration.setPasswordEncryptor(new StrongPasswords());
        configuration.setPasswordPolicy(new PasswordRules());
        configuration.setEnablePasswordPolicy(true);
        configuration.setCommandCheckers(List.of(new TenantCommandChecker(), new EngineObjects()));
        neverLockAccounts(configuration);
        configuration.setResourceAuthorizationProvider(new FewGrants());
        configuration.setTaskMetricsEnabled(false);
    }

    /** Once the engine has put in its own. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        for (var factory : List.of(
                new SetBasedSession.Factory(configuration.getDbSqlSessionFactory()),
                new GrantAuthorizationManager.Factory(),
                new VariablesOfInstance.Factory())) {
            configuration.getSessionFactories().put(factory.getSessionType(), factory);
        }
    }

    /** The engine would lock an account for everybody, its owner too, once a stranger had guessed often enough. */
    private static void neverLockAccounts(ProcessEngineConfigurationImpl configuration) {
        configuration.setLoginMaxAttempts(Integer.MAX_VALUE);
        configuration.setLoginDelayBase(0);
    }

    /**
     * Grants are given by process; a row per task and group would make the task list slow. An account may read itself and
     * change its own name, address and password; that it could also delete itself was one step to rights it had not.
     */
    private static final class FewGrants extends DefaultAuthorizationProvider {

        @Override
        public AuthorizationEntity[] newUser(User user) {
            var own = super.newUser(user);
            for (var grant : own) {
                grant.setPermissions(new Permission[] {Permissions.READ, Permissions.UPDATE});
            }
            return own;
        }

        @Override
        public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
            return null;
        }

        @Override
        public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
            return null;
        }

        @Override
        public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
            return null;
        }

        @Override
        public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
            return null;
        }
    }
}
