package org.qibu.documents.shelf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qibu.documents.PaperText;
import org.qibu.engine.MatterLock;
import org.qibu.matter.file.Seals;
import org.qibu.matter.paper.Paper;
import org.qibu.matter.paper.Paper.Edition;
import org.qibu.matter.paper.PaperKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of papers and of the files made of them. */
@Repository
class PaperShelf {

    private final JdbcClient database;
    private final MatterLock lock;
    private final Seals seals;
    private final ObjectMapper json;
    private final Clock clock;

    PaperShelf(JdbcClient database, MatterLock lock, Seals seals, ObjectMapper json, Clock clock) {
        this.database = database;
        this.lock = lock;
        this.seals = seals;
        this.json = json;
        this.clock = clock;
    }

    /** The number of the next paper of a kind; the matter is held, so that none is given twice. */
    int nextNumber(String matterNo, PaperKind kind) {
        lock.hold(matterNo);
        return database.sql("select coalesce(max(no), 0) + 1 from matter_paper where matter_no = ? and kind = ?")
                .params(matterNo, kind.name())
                .query(Integer.class)
                .single();
    }

    void keep(Paper paper, PaperText text) {
        database.sql("""
                        insert into matter_paper (id, matter_no, kind, no, edition, made_at, title, file_name, content)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(
                        paper.id(),
                        paper.matterNo(),
                        paper.kind().name(),
                        paper.no(),
                        paper.edition().name(),
                        Timestamp.from(paper.madeAt()),
                        paper.title(),
                        paper.fileName(),
                        write(text))
                .update();
    }

    /** All papers of a matter, oldest first. */
    List<Paper> of(String matterNo) {
        return database.sql("select * from matter_paper where matter_no = ? order by made_at, kind, no, edition")
                .param(matterNo)
                .query(Paper.class)
                .list();
    }

    Optional<Paper> find(UUID id) {
        return database.sql("select * from matter_paper where id = ?")
                .param(id)
                .query(Paper.class)
                .optional();
    }

    PaperText text(UUID id) {
        var content = database.sql("select content from matter_paper where id = ?")
                .param(id)
                .query(String.class)
                .single();
        try {
            return json.readValue(content, PaperText.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("damaged paper " + id, e);
        }
    }

    /**
     * A file of a paper; empty where none was made yet.
     *
     * @throws DamagedFile where its bytes are not those that were kept
     */
    Optional<byte[]> file(UUID id, String format) {
        return file(id, format, EnumSet.allOf(Edition.class));
    }

    /** The same of a paper of one of these editions; empty for one of another. */
    Optional<byte[]> file(UUID id, String format, Set<Edition> editions) {
        return database.sql("""
                        select f.content, f.sha256, p.matter_no, p.file_name
                        from matter_paper_file f join matter_paper p on p.id = f.paper_id
                        where f.paper_id = ? and f.format = ? and p.edition = any(?)""")
                .params(id, format, editions.stream().map(Edition::name).toArray(String[]::new))
                .query((row, number) -> seals.checked(
                        id,
                        row.getString("matter_no"),
                        row.getString("file_name") + "." + format,
                        row.getString("sha256"),
                        row.getBytes("content")))
                .optional();
    }

    /** Keeps the file; where another node was faster, its file stays. */
    void keep(UUID id, String format, byte[] content, String sha256) {
        database.sql("insert into matter_paper_file values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(id, format, Timestamp.from(clock.instant()), content, sha256)
                .update();
    }

    private String write(PaperText text) {
        try {
            return json.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
