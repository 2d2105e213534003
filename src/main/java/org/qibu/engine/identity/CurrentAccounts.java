package org.qibu.engine.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.qibu.engine.identity.Accounts.Account;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The one place that is asked with each request whether an account is there and what it may do. Nothing is remembered: a
 * deleted account, a lock, another group or community hold for the next request, on every node.
 */
@Component
public class CurrentAccounts {

    private static final String ONE = """
            select id_, coalesce(first_, '') as first, coalesce(last_, '') as last, email_, pwd_, salt_, lock_exp_time_,
              array(select group_id_ from act_id_membership m where m.user_id_ = u.id_ order by 1) as groups,
              array(select tenant_id_ from act_id_tenant_member t where t.user_id_ = u.id_ order by 1) as communities,
              exists (select from act_ru_authorization a where a.type_ = 2 and (a.user_id_ in (u.id_, '*')
                or a.group_id_ in (select group_id_ from act_id_membership m where m.user_id_ = u.id_))) as revoked
            from act_id_user u where id_ = ?""";

    private final JdbcClient database;
    private final SingletonSupplier<ProcessEngine> engine;
    private final Clock clock;

    CurrentAccounts(JdbcClient database, ObjectProvider<ProcessEngine> engine, Clock clock) {
        this.database = database;
        this.engine = SingletonSupplier.of(engine::getObject);
        this.clock = clock;
    }

    /** The account of this id as it stands now, with one question to the database; empty where there is none. */
    public Optional<CurrentAccount> find(String id) {
        return id == null || id.isBlank() || id.indexOf('\0') >= 0
                ? Optional.empty()
                : database.sql(ONE)
                        .param(id)
                        .query((row, number) -> account(row))
                        .optional();
    }

    private CurrentAccount account(ResultSet row) throws SQLException {
        var name = (row.getString("first") + " " + row.getString("last")).strip();
        var account = new Account(
                row.getString("id_"),
                name,
                row.getString("email_"),
                texts(row.getArray("groups")),
                texts(row.getArray("communities")));
        return new CurrentAccount(
                account,
                row.getString("pwd_"),
                row.getString("salt_"),
                isAhead(row.getTimestamp("lock_exp_time_")),
                row.getBoolean("revoked"));
    }

    private boolean isAhead(Timestamp lockedUntil) {
        return lockedUntil != null && lockedUntil.toInstant().isAfter(clock.instant());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /**
     * Whether this is the account's password; computes for some sixty milliseconds and holds no connection meanwhile.
     * Slowing down whoever guesses is the caller's business.
     */
    public boolean isPassword(CurrentAccount account, String password) {
        var settings = (ProcessEngineConfigurationImpl) engine.obtain().getProcessEngineConfiguration();
        return account.passwordHash() != null
                && settings.getPasswordManager()
                        .check(EncryptionUtil.saltPassword(password, account.passwordSalt()), account.passwordHash());
    }
}
