package org.qibu.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for the daily mails. */
@Repository
class DigestLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient db;
    private final Clock clock;

    DigestLines(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A second line with the same key for the same person is dropped. */
    void add(StaffNote note, String readerId, Optional<String> absentName) {
        db.sql("""
                insert into digest_line
                  (account_id, line_key, kind, matter_no, community_code, task_id, said, noted_at)
                values (:account, :key, :kind, :matterNo, :community, :task, :said::jsonb, :now)
                on conflict (account_id, line_key) do nothing""")
                .param("account", readerId)
                .param("key", note.kind() + ":" + note.key())
                .param("kind", note.kind().name())
                .param("matterNo", note.matterNo())
                .param("community", note.communityCode())
                .param("task", note.taskId())
                .param("said", said(note, absentName))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static String said(StaffNote note, Optional<String> absentName) {
        var said = new LinkedHashMap<String, Object>();
        note.values().forEach((name, value) -> said.put(name, plain(value)));
        absentName.ifPresent(name -> said.put("standInFor", name));
        return write(said);
    }

    private static Object plain(Object value) {
        return value instanceof Instant moment ? moment.toString() : value;
    }

    private static String write(Map<String, Object> said) {
        try {
            return JSON.writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
