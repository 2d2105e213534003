package org.qibu.community;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.qibu.text.ComparisonKey;
import org.qibu.transaction.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All communities of this installation. */
@Repository
public class Communities {

    private final JdbcClient database;

    Communities(JdbcClient database) {
        this.database = database;
    }

    public List<Community> all() {
        return database.sql("select * from community order by code")
                .query(Community.class)
                .list();
    }

    public Optional<Community> find(String code) {
        return ReadOnce.get(
                Communities.class,
                code,
                () -> database.sql("select * from community where code = ?")
                        .param(code)
                        .query(Community.class)
                        .optional());
    }

    public Community get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no community " + code));
    }

    /** Those of these codes that exist, by code. */
    public List<Community> of(Collection<String> codes) {
        return all().stream()
                .filter(community -> codes.contains(community.code()))
                .toList();
    }

    /**
     * Adds a community unless it is there.
     *
     * @throws IllegalStateException where its code is another's
     */
    public void add(Community community) {
        all().stream()
                .filter(known -> ComparisonKey.same(known.code(), community.code())
                        != (known.code().equals(community.code())
                                && ComparisonKey.same(known.name(), community.name())))
                .findFirst()
                .ifPresent(known -> {
                    throw new IllegalStateException("社区代码 " + community.code() + " 已是" + known.name() + "（"
                            + known.code() + "），不能再给" + community.name() + "。");
                });
        database.sql("""
                        insert into community (code, name, subdistrict, phone, address, email, compound_kind)
                        values (:code, :name, :subdistrict, :phone, :address, :email, :compoundKind)
                        on conflict do nothing""").paramSource(community).update();
        ReadOnce.forget(Communities.class);
    }
}
