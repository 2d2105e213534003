package org.qibu.community;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.qibu.text.ComparisonKey;
import org.qibu.transaction.ReadOnce;
import org.qibu.transaction.ReadTogether;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All communities of this installation. */
@Repository
public class Communities {

    private final JdbcClient database;
    private final Function<String, Optional<Community>> read;

    Communities(JdbcClient database, ReadTogether reads) {
        this.database = database;
        this.read = reads.of(
                Communities.class,
                "community",
                "select * from community where code = ?",
                rows -> ReadTogether.each(rows, Communities::community).stream().findFirst());
    }

    private static Community community(JsonNode row) {
        return new Community(
                row.path("code").textValue(),
                row.path("name").textValue(),
                row.path("subdistrict").textValue(),
                row.path("phone").textValue(),
                row.path("address").textValue(),
                row.path("email").textValue(),
                row.path("compound_kind").textValue());
    }

    public List<Community> all() {
        return database.sql("select * from community order by code")
                .query(Community.class)
                .list();
    }

    public Optional<Community> find(String code) {
        return read.apply(code);
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
        ReadOnce.forgetAll();
    }
}
