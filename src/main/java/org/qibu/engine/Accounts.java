package org.qibu.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.qibu.engine.door.Unchecked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of staff, as the engine keeps them: who they are, which groups and communities they belong to. */
@Component
public class Accounts {

    private final IdentityService identity;
    private final Unchecked unchecked;
    private final JdbcClient database;

    Accounts(IdentityService identity, Unchecked unchecked, JdbcClient database) {
        this.identity = identity;
        this.unchecked = unchecked;
        this.database = database;
    }

    /** An account with its memberships. */
    public record Account(String id, String name, String email, List<String> groups, List<String> communities) {

        /** Whether the account is in any of these groups. */
        public boolean isIn(String... anyOf) {
            return List.of(anyOf).stream().anyMatch(groups::contains);
        }
    }

    /** The account of this id. */
    public Optional<Account> find(String id) {
        return unchecked.call(
                () -> Optional.ofNullable(identity.createUserQuery().userId(id).singleResult())
                        .map(this::account));
    }

    /** What an account's owner is called; the account itself where there is no name. */
    public String nameOf(String id) {
        return find(id).map(Account::name).filter(name -> !name.isBlank()).orElse(id);
    }

    /** The accounts of these ids, as far as there are any; as many questions for a thousand as for one. */
    public List<Account> all(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var users = unchecked.call(() ->
                identity.createUserQuery().userIdIn(ids.toArray(String[]::new)).list());
        var found = users.stream().map(User::getId).toArray(String[]::new);
        var groups = memberships("select user_id_, group_id_ from act_id_membership where user_id_ = any(?)", found);
        var communities =
                memberships("select user_id_, tenant_id_ from act_id_tenant_member where user_id_ = any(?)", found);
        return users.stream()
                .map(user -> account(
                        user,
                        groups.getOrDefault(user.getId(), List.of()),
                        communities.getOrDefault(user.getId(), List.of())))
                .toList();
    }

    private Map<String, List<String>> memberships(String question, String... ids) {
        var found = new HashMap<String, List<String>>();
        database.sql(question).param(ids).query(row -> {
            found.computeIfAbsent(row.getString(1), id -> new ArrayList<>()).add(row.getString(2));
        });
        return found;
    }

    /** The accounts of a group in a community. */
    public List<Account> members(String group, String community) {
        return unchecked.call(
                () -> identity.createUserQuery().memberOfGroup(group).memberOfTenant(community).list().stream()
                        .map(this::account)
                        .toList());
    }

    /** The accounts of a group wherever they are. */
    public List<Account> members(String group) {
        return unchecked.call(() -> identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(this::account)
                .toList());
    }

    /** The accounts that belong to a community. */
    public List<Account> of(String community) {
        return unchecked.call(() -> identity.createUserQuery().memberOfTenant(community).list().stream()
                .map(this::account)
                .toList());
    }

    /** The ids of the accounts that belong to a community. */
    public List<String> idsOf(String community) {
        return unchecked.call(() -> identity.createUserQuery().memberOfTenant(community).list().stream()
                .map(User::getId)
                .toList());
    }

    /** The ids of all accounts. */
    public List<String> ids() {
        return unchecked.call(() ->
                identity.createUserQuery().list().stream().map(User::getId).toList());
    }

    /** The ids of the accounts of a group in a community. */
    public List<String> idsOf(String group, String community) {
        return unchecked.call(
                () -> identity.createUserQuery().memberOfGroup(group).memberOfTenant(community).list().stream()
                        .map(User::getId)
                        .toList());
    }

    /** Whether there is any account at all. */
    public boolean isAny() {
        return unchecked.call(() -> identity.createUserQuery().count() > 0);
    }

    /** Makes a group unless it is there. */
    public void group(String id, String name, String type) {
        unchecked.call(() -> {
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
        unchecked.call(() -> {
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
        unchecked.call(() -> {
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

    private Account account(User user) {
        var groups = identity.createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId)
                .toList();
        var communities = identity.createTenantQuery().userMember(user.getId()).list().stream()
                .map(Tenant::getId)
                .toList();
        return account(user, groups, communities);
    }

    private static Account account(User user, List<String> groups, List<String> communities) {
        var name = (user.getFirstName() + " "
                        + Optional.ofNullable(user.getLastName()).orElse(""))
                .strip();
        return new Account(user.getId(), name, user.getEmail(), groups, communities);
    }
}
