package org.qibu.decision;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In which matters an account plays any part that may keep it from counting: raised it, takes part, counted already. */
@Repository
class PartsPlayed {

    private static final String PLAYED = """
            select matter_no from matter where matter_no in (:matters) and proposer_account = :account
            union
            select party.matter_no from matter_party party join person on person.person_no = party.person_no
              where party.matter_no in (:matters) and person.account = :account
            union
            select matter_no from poll_count
              where matter_no in (:matters) and :account in (entered_by, certified_by)
            union
            select matter_no from ballot where matter_no in (:matters) and entered_by = :account""";

    private final JdbcClient database;

    PartsPlayed(JdbcClient database) {
        this.database = database;
    }

    Set<String> played(String account, Set<String> matterNos) {
        return matterNos.isEmpty()
                ? Set.of()
                : new HashSet<>(database.sql(PLAYED)
                        .param("matters", matterNos)
                        .param("account", account)
                        .query(String.class)
                        .list());
    }
}
