package org.qibu.community;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
        return database.sql("select * from community where code = ?")
                .param(code)
                .query(Community.class)
                .optional();
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

    /** Adds a community unless it is there. */
    public void add(Community community) {
        database.sql("""
                        insert into community (code, name, subdistrict, phone, address, email, compound_kind)
                        values (:code, :name, :subdistrict, :phone, :address, :email, :compoundKind)
                        on conflict do nothing""").paramSource(community).update();
    }
}
