package org.qibu.engine.guard;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.qibu.engine.FormRefused;

/** The engine's identity service behind the door: profiles are checked, and there is always an administrator left. */
class GuardedIdentityService extends IdentityServiceImpl {

    /** The engine's words for a password against its policy. */
    private static final String WEAK = "Password does not match policy";

    private static final String ADMINISTRATORS = "camunda-admin";

    private final GuardCollaborators guardCollaborators;

    GuardedIdentityService(GuardCollaborators guardCollaborators) {
        this.guardCollaborators = guardCollaborators;
    }

    /** Slowed down like a login, which the engine's own check is not. */
    @Override
    public boolean checkPassword(String userId, String password) {
        return guardCollaborators.passwords().isRight(userId, password);
    }

    /** A password that a person chooses is held against the rules; for one set at installation whoever installs answers. */
    @Override
    public void saveUser(User user) {
        saveUser(user, getCurrentAuthentication() == null);
    }

    @Override
    public void saveUser(User user, boolean skipPasswordPolicy) {
        guardCollaborators.inOneTransaction(() -> {
            guardCollaborators.profiles().check(user);
            save(user, skipPasswordPolicy);
            return null;
        });
    }

    private void save(User user, boolean skipPasswordPolicy) {
        try {
            super.saveUser(user, skipPasswordPolicy);
        } catch (ProcessEngineException refused) {
            if (!WEAK.equals(refused.getMessage())) {
                throw refused;
            }
            throw new FormRefused("password", "密码至少要 8 个字符，不能含有账号、姓名或邮箱，请换一个。");
        }
    }

    @Override
    public void deleteUser(String userId) {
        if (isOwn(userId)) {
            throw new AuthorizationException("不能删除自己正在使用的账号，请由另一位系统管理员删除。");
        }
        super.deleteUser(userId);
    }

    /** Whoever is an administrator stays one until another takes it away, so that there is always one left. */
    @Override
    public void deleteMembership(String userId, String groupId) {
        if (ADMINISTRATORS.equals(groupId) && isOwn(userId)) {
            throw new AuthorizationException("不能把自己移出系统管理员，请由另一位系统管理员移出。");
        }
        super.deleteMembership(userId, groupId);
    }

    @Override
    public void deleteGroup(String groupId) {
        if (ADMINISTRATORS.equals(groupId)) {
            throw new AuthorizationException("系统管理员这个组不能删除。");
        }
        super.deleteGroup(groupId);
    }

    @Override
    public void deleteTenant(String tenantId) {
        guardCollaborators.tenants().mustBeNoCommunity(tenantId);
        super.deleteTenant(tenantId);
    }

    private boolean isOwn(String userId) {
        var who = getCurrentAuthentication();
        return who != null && who.getUserId() != null && who.getUserId().equals(userId);
    }
}
