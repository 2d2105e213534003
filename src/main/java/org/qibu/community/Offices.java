package org.qibu.community;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who holds which office in which community. */
@Repository
public class Offices {

    private final JdbcClient database;

    Offices(JdbcClient database) {
        this.database = database;
    }

    /** The accounts that hold an office; empty where nobody was named. */
    public List<String> holders(String communityCode, Office office) {
        return database.sql("select account from office_holder where community_code = ? and office = ? order by 1")
                .params(communityCode, office.name())
                .query(String.class)
                .list();
    }

    /** Names an account for an office, besides those named before. */
    public void name(String communityCode, Office office, String account) {
        database.sql("insert into office_holder values (?, ?, ?) on conflict do nothing")
                .params(communityCode, office.name(), account)
                .update();
    }

    /** Takes an office from an account. */
    public void release(String communityCode, Office office, String account) {
        database.sql("delete from office_holder where community_code = ? and office = ? and account = ?")
                .params(communityCode, office.name(), account)
                .update();
    }
}
