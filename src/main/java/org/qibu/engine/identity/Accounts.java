package org.qibu.engine.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.qibu.transaction.ReadOnce;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The accounts of staff, as the engine keeps them: who they are, which groups and communities they belong to. */
@Component
public class Accounts {

    private final IdentityService identity;
    private final AsSystem asSystem;
    private final JdbcClient database;
    private final SingletonSupplier<List<AccountSupplement>> supplements;

    Accounts(
            IdentityService identity,
            AsSystem asSystem,
            JdbcClient database,
            ObjectProvider<AccountSupplement> supplements) {
        this.identity = identity;
        this.asSystem = asSystem;
        this.database = database;
        this.supplements = SingletonSupplier.of(() -> supplements.stream().toList());
    }

    /** An account with its memberships. */
    public record Account(String id, String name, String email, List<String> groups, List<String> communities) {

        /** Whether the account is in any of these groups. */
        public boolean isIn(String... anyOf) {
            return List.of(anyOf).stream().anyMatch(groups::contains);
        }
    }

    private static final String COLUMNS = """
            select id_, coalesce(first_, '') as first, coalesce(last_, '') as last, email_,
              array(select group_id_ from act_id_membership m where m.user_id_ = u.id_ order by 1) as groups,
              array(select tenant_id_ from act_id_tenant_member t where t.user_id_ = u.id_ order by 1) as communities""";
    private static final String SELECT = COLUMNS + " from act_id_user u ";

    private static final String IN_GROUP =
            " exists (select from act_id_membership m where m.user_id_ = u.id_ and m.group_id_ = ?)";
    private static final String IN_ANY_GROUP =
            " exists (select from act_id_membership m where m.user_id_ = u.id_ and m.group_id_ = any(?))";
    /** How many columns stand before those of other rooms. */
    private static final int FIXED = 6;

    private static final String IN_COMMUNITY =
            " exists (select from act_id_tenant_member t where t.user_id_ = u.id_ and t.tenant_id_ = ?)";

    /** The account of this id. */
    public Optional<Account> find(String id) {
        return id == null
                ? Optional.empty()
                : database.sql(SELECT + "where id_ = ?")
                        .param(id)
                        .query(Accounts::account)
                        .optional();
    }

    /**
     * The account of this id with what it may do at present: as it was read when this thread began to work for it, else as it
     * stands now.
     */
    public Optional<Account> atWork(String id) {
        return ActingAs.entered(id).or(() -> find(id));
    }

    /** What an account's owner is called; the account itself where there is no name. */
    public String nameOf(String id) {
        return find(id).map(Account::name).filter(name -> !name.isBlank()).orElse(id);
    }

    /**
     * The accounts of these ids, as far as there are any; as many questions for a thousand as for one, and none for those that
     * the running transaction knows.
     */
    public List<Account> all(Collection<String> ids) {
        var unread = ids.stream()
                .distinct()
                .filter(id -> ReadOnce.known(Accounts.class, id).isEmpty())
                .toArray(String[]::new);
        var read = unread.length == 0
                ? List.<Account>of()
                : supplemented("id_ = any(?)", statement -> statement.param(unread));
        var byId = read.stream().collect(Collectors.toMap(Account::id, Function.identity()));
        return ids.stream()
                .distinct()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).or(() -> ReadOnce.known(Accounts.class, id)).stream())
                .sorted(Comparator.comparing(Account::id))
                .toList();
    }

    /** The accounts of any of these groups in a community. */
    public List<Account> members(Collection<String> groups, String community) {
        return groups.isEmpty()
                ? List.of()
                : supplemented(
                        IN_ANY_GROUP + " and" + IN_COMMUNITY,
                        statement ->
                                statement.param(groups.toArray(String[]::new)).param(community));
    }

    /** Kept for the running transaction, with all that other rooms read along. */
    private List<Account> supplemented(String condition, UnaryOperator<StatementSpec> parameters) {
        var along = supplements.obtain();
        var statement = along.stream()
                .map(AccountSupplement::expression)
                .collect(Collectors.joining(", ", COLUMNS + (along.isEmpty() ? "" : ", "), ""));
        return parameters
                .apply(database.sql(statement + " from act_id_user u where " + condition + " order by id_"))
                .query((row, number) -> {
                    var account = account(row, number);
                    for (int i = 0; i < along.size(); i++) {
                        along.get(i).found(account.id(), row.getString(FIXED + 1 + i));
                    }
                    return ReadOnce.get(Accounts.class, account.id(), () -> account);
                })
                .list();
    }

    /** The accounts of a group in a community. */
    public List<Account> members(String group, String community) {
        return database.sql(SELECT + "where" + IN_GROUP + " and" + IN_COMMUNITY + " order by id_")
                .params(group, community)
                .query(Accounts::account)
                .list();
    }

    /** The accounts of a group wherever they are. */
    public List<Account> members(String group) {
        return database.sql(SELECT + "where" + IN_GROUP + " order by id_")
                .param(group)
                .query(Accounts::account)
                .list();
    }

    /** The accounts that belong to a community. */
    public List<Account> of(String community) {
        return database.sql(SELECT + "where" + IN_COMMUNITY + " order by id_")
                .param(community)
                .query(Accounts::account)
                .list();
    }

    /** The ids of the accounts that belong to a community. */
    public List<String> idsOf(String community) {
        return database.sql("select id_ from act_id_user u where" + IN_COMMUNITY + " order by id_")
                .param(community)
                .query(String.class)
                .list();
    }

    /** The ids of all accounts. */
    public List<String> ids() {
        return database.sql("select id_ from act_id_user order by id_")
                .query(String.class)
                .list();
    }

    /** Whether there is any account at all. */
    public boolean isAny() {
        return asSystem.call(() -> identity.createUserQuery().count() > 0);
    }

    /** Makes a group unless it is there. */
    public void group(String id, String name, String type) {
        asSystem.call(() -> {
            if (identity.createGroupQuery().groupId(id).count() == 0) {
                var group = identity.newGroup(id);
                group.setName(name);
                group.setType(type);
                identity.saveGroup(group);
            }
            return null;
        });
    }

    /** Makes a community's tenant unless it is there. */
    public void community(String code, String name) {
        asSystem.call(() -> {
            if (identity.createTenantQuery().tenantId(code).count() == 0) {
                var tenant = identity.newTenant(code);
                tenant.setName(name);
                identity.saveTenant(tenant);
            }
            return null;
        });
    }

    /** Makes an account with its memberships unless it is there. */
    public void open(Account account, String password) {
        asSystem.call(() -> {
            ReadOnce.forget(Accounts.class);
            if (identity.createUserQuery().userId(account.id()).count() == 0) {
                save(account, password);
                account.groups().forEach(group -> identity.createMembership(account.id(), group));
                account.communities()
                        .forEach(community -> identity.createTenantUserMembership(community, account.id()));
            }
            return null;
        });
    }

    private void save(Account account, String password) {
        var user = identity.newUser(account.id());
        user.setFirstName(account.name());
        user.setLastName("");
        user.setEmail(account.email());
        user.setPassword(password);
        identity.saveUser(user);
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("id_"),
                (row.getString("first") + " " + row.getString("last")).strip(),
                row.getString("email_"),
                texts(row, "groups"),
                texts(row, "communities"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
