package org.qibu.community.rolls;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The building zones of the communities. */
@Repository
class Zones {

    private final JdbcClient database;

    Zones(JdbcClient database) {
        this.database = database;
    }

    /** A building zone. */
    record Zone(String code, String name) {}

    List<Zone> of(String community) {
        return database.sql("select code, name from building_zone where community_code = ? order by code")
                .param(community)
                .query(Zone.class)
                .list();
    }
}
