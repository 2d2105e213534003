package org.qibu.engine.settings;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.jspecify.annotations.Nullable;

/** Asks whether anything grants one of several permissions: to the account, to one of its groups, or to everybody. */
final class GrantQuery {

    private static final String SQL = """
            with asked as (
              select * from unnest(?::int[], ?::text[], ?::int[]) as asked (type, id, perms)),
            grants as (
              select resource_type_, resource_id_, perms_ from act_ru_authorization where type_ = 0 and user_id_ = '*'
              union all
              select resource_type_, resource_id_, perms_ from act_ru_authorization where type_ = 1 and user_id_ = ?
              union all
              select resource_type_, resource_id_, perms_ from act_ru_authorization where type_ = 1 and group_id_ = any(?))
            select exists (
              select from grants join asked on resource_type_ = asked.type and resource_id_ in ('*', asked.id)
              and perms_ & asked.perms = asked.perms)""";

    private GrantQuery() {}

    /**
     * Whether one of them is granted; what is revoked is not looked at.
     *
     * @param account null where only its groups count
     * @param checks each of a resource, or of all of its kind where it names none
     */
    static boolean isGranted(
            Connection connection, @Nullable String account, List<String> groups, List<PermissionCheck> checks) {
        try (var statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "int4",
                            checks.stream()
                                    .map(PermissionCheck::getResourceType)
                                    .toArray(Integer[]::new)));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            checks.stream().map(PermissionCheck::getResourceId).toArray(String[]::new)));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int4",
                            checks.stream().map(PermissionCheck::getPerms).toArray(Integer[]::new)));
            statement.setString(4, account);
            statement.setArray(5, connection.createArrayOf("text", groups.toArray()));
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not ask what is granted", e);
        }
    }
}
