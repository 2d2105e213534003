package org.qibu.matter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.qibu.engine.FormCase;
import org.qibu.engine.process.DecisionTables;
import org.qibu.matter.contract.PublishedElements;
import org.qibu.matter.contract.VerifyIssueFields;
import org.qibu.transaction.ReadOnce;
import org.qibu.transaction.ReadTogether;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who takes part in a matter, as what, and with which say. */
@Repository
public class Parties {

    private final JdbcClient database;
    private final DecisionTables tables;
    private final Function<String, List<Participant>> read;

    Parties(JdbcClient database, DecisionTables tables, ReadTogether reads) {
        this.database = database;
        this.tables = tables;
        this.read = reads.of(
                Parties.class,
                "matter",
                "select * from matter_party where matter_no = ? order by party, person_no",
                rows -> ReadTogether.each(rows, Parties::participant));
    }

    private static Participant participant(JsonNode row) {
        return new Participant(
                row.path("matter_no").textValue(),
                row.path("person_no").textValue(),
                MatterCode.of(Party.class, row.path("party").textValue()),
                row.path("voice").booleanValue(),
                row.path("vote").booleanValue(),
                row.path("heavily_affected").booleanValue());
    }

    /** The parties without which a matter of this type must not be deliberated in this round, by required-parties. */
    public List<MatterCode<Party>> required(FormCase form) {
        var facts = Map.<String, Object>of(
                VerifyIssueFields.MATTER_TYPE,
                form.text(VerifyIssueFields.MATTER_TYPE).orElse(""),
                "round",
                form.number("round", 1));
        return tables.evaluate(PublishedElements.TABLE_REQUIRED_PARTIES, facts).stream()
                .map(row -> MatterCode.of(Party.class, String.valueOf(row.get("party"))))
                .distinct()
                .toList();
    }

    /** One participant. */
    public record Participant(
            String matterNo,
            String personNo,
            MatterCode<Party> party,
            boolean voice,
            boolean vote,
            boolean heavilyAffected) {}

    private void insert(List<Participant> participants) {
        database.sql("""
                        insert into matter_party
                        select * from unnest(:matters::text[], :people::text[], :parties::text[], :voices::boolean[],
                          :votes::boolean[], :affected::boolean[])""")
                .param("matters", texts(participants, Participant::matterNo))
                .param("people", texts(participants, Participant::personNo))
                .param(
                        "parties",
                        texts(participants, participant -> participant.party().code()))
                .param("voices", flags(participants, Participant::voice))
                .param("votes", flags(participants, Participant::vote))
                .param("affected", flags(participants, Participant::heavilyAffected))
                .update();
    }

    private static String[] texts(List<Participant> participants, Function<Participant, String> part) {
        return participants.stream().map(part).toArray(String[]::new);
    }

    private static Boolean[] flags(List<Participant> participants, Function<Participant, Boolean> part) {
        return participants.stream().map(part).toArray(Boolean[]::new);
    }

    public List<Participant> of(String matterNo) {
        return read.apply(matterNo);
    }

    /** Replaces the participants of a matter. */
    public void replace(String matterNo, List<Participant> participants) {
        database.sql("delete from matter_party where matter_no = ?")
                .param(matterNo)
                .update();
        ReadOnce.forget(Parties.class);
        if (!participants.isEmpty()) {
            insert(participants);
        }
    }
}
