package org.qibu.community;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.qibu.text.ComparisonKey;
import org.qibu.text.EmailAddress;
import org.qibu.transaction.ReadOnce;
import org.qibu.transaction.ReadTogether;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The organisations of the communities and the accounts that act for them. */
@Repository
public class Organisations {

    private final JdbcClient database;
    private final Function<String, List<Organisation>> read;

    Organisations(JdbcClient database, ReadTogether reads) {
        this.database = database;
        this.read = reads.of(
                Organisations.class,
                "community",
                "select * from organisation where community_code = ? order by code",
                rows -> ReadTogether.each(rows, Organisations::organisation));
    }

    private static Organisation organisation(JsonNode row) {
        return new Organisation(
                row.path("community_code").textValue(),
                row.path("code").textValue(),
                row.path("name").textValue(),
                row.path("group_id").textValue(),
                row.path("email").textValue(),
                row.path("status").textValue());
    }

    public List<Organisation> of(String communityCode) {
        return read.apply(communityCode);
    }

    /** The organisation meant by its code, its name, however they are written, or the one group only it belongs to. */
    public Optional<Organisation> find(String communityCode, String meant) {
        var all = of(communityCode);
        var named = all.stream()
                .filter(organisation -> ComparisonKey.same(organisation.code(), meant)
                        || ComparisonKey.same(organisation.name(), meant))
                .findFirst();
        var byGroup = all.stream()
                .filter(organisation -> organisation.groupId().equals(meant))
                .toList();
        return named.isPresent() || byGroup.size() != 1 ? named : Optional.of(byGroup.get(0));
    }

    /** The accounts that act for an organisation. */
    public List<String> members(String communityCode, String organisation) {
        return database.sql(
                        "select account from organisation_member where community_code = ? and organisation = ? order by 1")
                .params(communityCode, organisation)
                .query(String.class)
                .list();
    }

    /** The organisations of a community an account acts for. */
    public List<String> ofAccount(String communityCode, String account) {
        return database.sql("select organisation from organisation_member where community_code = ? and account = ?")
                .params(communityCode, account)
                .query(String.class)
                .list();
    }

    /** Whether an account acts for any organisation of any community. */
    public boolean hasMember(String account) {
        return database.sql("select exists (select 1 from organisation_member where account = ?)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    /**
     * Adds an organisation unless the same one is there, and its members.
     *
     * @throws IllegalStateException where its code or name is another's, or no mail reaches its address
     */
    public void add(Organisation organisation, List<String> accounts) {
        var email =
                EmailAddress.read(organisation.email()).map(EmailAddress::text).orElse("");
        if (email.isEmpty() && !organisation.email().isEmpty()) {
            throw new IllegalStateException(organisation.name() + "的" + EmailAddress.refusal("邮箱"));
        }
        of(organisation.communityCode()).stream()
                .filter(known -> ComparisonKey.same(known.code(), organisation.code())
                        != (known.code().equals(organisation.code())
                                && ComparisonKey.same(known.name(), organisation.name())))
                .findFirst()
                .ifPresent(known -> {
                    throw new IllegalStateException("单位编号 " + organisation.code() + " 已是" + known.name() + "（"
                            + known.code() + "），不能再给" + organisation.name() + "。");
                });
        database.sql("""
                        insert into organisation (community_code, code, name, group_id, email, status)
                        values (:communityCode, :code, :name, :groupId, :email, :status) on conflict do nothing""")
                .param("communityCode", organisation.communityCode())
                .param("code", organisation.code())
                .param("name", organisation.name())
                .param("groupId", organisation.groupId())
                .param("email", email)
                .param("status", organisation.status())
                .update();
        ReadOnce.forgetAll();
        accounts.forEach(
                account -> database.sql("insert into organisation_member values (?, ?, ?) on conflict do nothing")
                        .params(organisation.communityCode(), organisation.code(), account)
                        .update());
    }
}
