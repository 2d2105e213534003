package org.qibu.matter.file;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.qibu.text.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares stored bytes with the SHA-256 that was kept beside them, and notes what does not fit for the administrator. */
@Component
public class Seals {

    private static final Logger log = LoggerFactory.getLogger(Seals.class);

    private final JdbcClient database;
    private final Clock clock;

    /** Over the database in which the files lie. */
    public Seals(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The bytes, where they are those that were kept.
     *
     * @param id of the file or paper
     * @param name what people know it by
     * @throws DamagedFile where they are not
     */
    public byte[] checked(UUID id, String matterNo, String name, String sha256, byte[] content) {
        if (Sha256.hex(content).equals(sha256)) {
            return content;
        }
        log.error("File {} ({}) of {} is not what was kept: restore it from a backup", id, name, matterNo);
        database.sql("insert into damaged_file values (?, ?, ?, ?) on conflict (id) do nothing")
                .params(id, matterNo, name, Timestamp.from(clock.instant()))
                .update();
        throw new DamagedFile(name);
    }

    /** A stored file or paper that is not as it was kept. */
    public record Broken(String name, String matterNo) {}

    /** Those found that are not as they were kept even now, the one found last first. */
    public List<Broken> broken() {
        return database.sql("""
                        select name, matter_no from damaged_file d
                        where exists (select 1 from matter_file f
                                      where f.id = d.id and encode(sha256(f.content), 'hex') <> f.sha256)
                           or exists (select 1 from matter_paper_file p
                                      where p.paper_id = d.id and encode(sha256(p.content), 'hex') <> p.sha256)
                        order by found_at desc""").query(Broken.class).list();
    }
}
