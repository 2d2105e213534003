package org.qibu.matter.file;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qibu.availability.SlowWork;
import org.qibu.availability.TooBusy;
import org.qibu.calendar.Calendars;
import org.qibu.matter.Matter;
import org.qibu.text.Sha256;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of the matters, kept in the database as they were after the check. */
@Repository
public class MatterFiles {

    private static final long MOST_PER_DAY = 50L * 1024 * 1024;

    private final JdbcClient database;
    private final UploadedFileCheck check;
    private final SlowWork slow;
    private final Seals seals;
    private final Clock clock;

    MatterFiles(JdbcClient database, UploadedFileCheck check, SlowWork slow, Seals seals, Clock clock) {
        this.database = database;
        this.check = check;
        this.slow = slow;
        this.seals = seals;
        this.clock = clock;
    }

    /** The files of a matter, oldest first, without their contents. */
    public List<MatterFile> of(String matterNo) {
        return database.sql("""
                        select id, kind, name, content_type, size, sha256, at, actor from matter_file
                        where matter_no = ? order by at, name""").param(matterNo).query(MatterFile.class).list();
    }

    /** One file of a matter. */
    public Optional<MatterFile> find(String matterNo, UUID id) {
        return of(matterNo).stream().filter(file -> file.id().equals(id)).findFirst();
    }

    /** The small version of a picture; the picture itself where there is none. */
    public byte[] preview(String matterNo, MatterFile file) {
        content(matterNo, file);
        return database.sql("select coalesce(preview, content) from matter_file where id = ?")
                .param(file.id())
                .query(byte[].class)
                .single();
    }

    /**
     * The bytes of a file.
     *
     * @throws DamagedFile where they are not those that were kept
     */
    public byte[] content(String matterNo, MatterFile file) {
        var content = database.sql("select content from matter_file where id = ?")
                .param(file.id())
                .query(byte[].class)
                .single();
        return seals.checked(file.id(), matterNo, file.name(), file.sha256(), content);
    }

    /**
     * Judges a file by its content, in its turn and before any transaction; nothing is read before the turn has come.
     *
     * @throws FileRefused with a Chinese sentence when its content is none of the kinds we take
     * @throws TooBusy when too many others wait
     */
    public CheckedFile check(String name, InputStreamSource content) throws IOException {
        try {
            return slow.inTurn(() ->
                    new CheckedFile(check.check(name, content.getInputStream().readAllBytes())));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Keeps a file that was checked.
     *
     * @throws FileRefused when its bringer has brought as much as anybody may on a day
     */
    public MatterFile keep(Matter matter, String kind, CheckedFile checked, String actor) {
        var clean = checked.clean();
        mustBeLeft(actor, clean.content().length);
        var file = new MatterFile(
                UUID.randomUUID(),
                kind,
                clean.name(),
                clean.contentType(),
                clean.content().length,
                Sha256.hex(clean.content()),
                clock.instant(),
                actor);
        database.sql("insert into matter_file values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        file.id(),
                        matter.matterNo(),
                        kind,
                        file.name(),
                        file.contentType(),
                        file.size(),
                        file.sha256(),
                        clean.content(),
                        Timestamp.from(file.at()),
                        actor,
                        clean.preview())
                .update();
        return file;
    }

    /**
     * What somebody brings in on a day is bounded, so that one account cannot fill the disk. Of several uploads of one account
     * at once one is counted after the other.
     */
    private void mustBeLeft(String actor, long size) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param("matter-file:" + actor)
                .query(String.class)
                .single();
        var midnight = Calendars.dayOf(clock.instant()).atStartOfDay(Calendars.CHINA);
        var brought = database.sql("select coalesce(sum(size), 0) from matter_file where actor = ? and at >= ?")
                .params(actor, Timestamp.from(midnight.toInstant()))
                .query(Long.class)
                .single();
        if (brought + size > MOST_PER_DAY) {
            throw new FileRefused("您今天上传的文件已经达到 50 MB，请明天再传，或请同事上传。");
        }
    }
}
