package org.qibu.engine.settings;

import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.qibu.engine.identity.ActingAs;

/**
 * Checks rights with the groups of an account as they are. The engine by itself asks in each command which groups were ever
 * granted anything, to leave out the others; a group without grants grants nothing either way.
 */
class UnfilteredGroups extends AuthorizationManager {

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? List.of() : groups;
    }

    /** The engine asks it before each list and each check; whoever sends a request was asked about with the request. */
    @Override
    public boolean isRevokeAuthCheckEnabled(String userId, List<String> groupIds) {
        return ActingAs.hasRevocations(userId).orElseGet(() -> super.isRevokeAuthCheckEnabled(userId, groupIds));
    }

    /** Makes the engine check so. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new UnfilteredGroups();
        }
    }
}
