package org.qibu.matter;

import java.util.List;
import java.util.Map;
import org.qibu.engine.DecisionTables;
import org.qibu.engine.FormCase;
import org.qibu.matter.contract.PublishedElements;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who takes part in a matter, as what, and with which say. */
@Repository
public class Parties {

    private final JdbcClient database;
    private final DecisionTables tables;

    Parties(JdbcClient database, DecisionTables tables) {
        this.database = database;
        this.tables = tables;
    }

    /** The parties without which a matter of this type must not be deliberated in this round, by required-parties. */
    public List<String> required(FormCase form) {
        var facts = Map.<String, Object>of(
                "matterType", form.text("matterType").orElse(""), "round", form.number("round", 1));
        return tables.evaluate(PublishedElements.TABLE_REQUIRED_PARTIES, facts).stream()
                .map(row -> String.valueOf(row.get("party")))
                .distinct()
                .toList();
    }

    /** One participant; {@code party} is LEADING, PRINCIPAL, RESOURCE, TECHNICAL, INTERESTED or OBSERVER. */
    public record Participant(
            String matterNo, String personNo, String party, boolean voice, boolean vote, boolean heavilyAffected) {}

    public List<Participant> of(String matterNo) {
        return database.sql("select * from matter_party where matter_no = ? order by party, person_no")
                .param(matterNo)
                .query(Participant.class)
                .list();
    }

    /** Replaces the participants of a matter. */
    public void replace(String matterNo, List<Participant> participants) {
        database.sql("delete from matter_party where matter_no = ?")
                .param(matterNo)
                .update();
        participants.forEach(
                participant -> database.sql("""
                        insert into matter_party values
                          (:matterNo, :personNo, :party, :voice, :vote, :heavilyAffected)""").paramSource(participant).update());
    }
}
