package org.qibu.engine.settings;

import java.util.List;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.qibu.engine.identity.ActingAs;

/**
 * Checks rights with the groups of an account as they are. The engine by itself asks in each command which groups were ever
 * granted anything, to leave out the others; a group without grants grants nothing either way. Where nothing was revoked from
 * an account, whether it may do something is asked in one short statement instead of one put together for all cases.
 */
class GrantAuthorizationManager extends AuthorizationManager {

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? List.of() : groups;
    }

    /** The engine asks it before each list and each check; whoever sends a request was asked about with the request. */
    @Override
    public boolean isRevokeAuthCheckEnabled(String userId, List<String> groupIds) {
        return ActingAs.hasRevocations(userId).orElseGet(() -> super.isRevokeAuthCheckEnabled(userId, groupIds));
    }

    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, CompositePermissionCheck check) {
        var checks = check.getAllPermissionChecks();
        var groups = filterAuthenticatedGroupIds(groupIds);
        return isAnyOf(check)
                        && checks.stream().allMatch(this::isResourceValidForPermission)
                        && !isRevokeAuthCheckEnabled(userId, groupIds)
                ? GrantQuery.isGranted(getDbSqlSession().getSqlSession().getConnection(), userId, groups, checks)
                : super.isAuthorized(userId, groupIds, check);
    }

    /** Whether one grant of those asked for is enough. */
    private static boolean isAnyOf(CompositePermissionCheck check) {
        return check.getCompositeChecks().isEmpty()
                && !check.getAtomicChecks().isEmpty()
                && (check.isDisjunctive() || check.getAtomicChecks().size() == 1)
                && check.getAtomicChecks().stream()
                        .allMatch(each -> each.getResourceIdQueryParam() == null
                                && each.getAuthorizationNotFoundReturnValue() == null);
    }

    /** Makes the engine check so. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new GrantAuthorizationManager();
        }
    }
}
