package org.qibu.engine.door;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;

/** The engine's identity service behind the door: profiles are checked, and nobody deletes the account they work with. */
class DoorIdentityService extends IdentityServiceImpl {

    private final Doors doors;

    DoorIdentityService(Doors doors) {
        this.doors = doors;
    }

    @Override
    public void saveUser(User user) {
        saveUser(user, false);
    }

    @Override
    public void saveUser(User user, boolean skipPasswordPolicy) {
        doors.inOneTransaction(() -> {
            doors.profiles().check(user);
            super.saveUser(user, skipPasswordPolicy);
            return null;
        });
    }

    @Override
    public void deleteUser(String userId) {
        var who = getCurrentAuthentication();
        if (who != null && who.getUserId() != null && who.getUserId().equals(userId)) {
            throw new AuthorizationException("不能删除自己正在使用的账号，请由另一位系统管理员删除。");
        }
        super.deleteUser(userId);
    }
}
