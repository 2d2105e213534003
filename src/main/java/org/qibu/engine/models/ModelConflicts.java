package org.qibu.engine.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibu.engine.ModelRefused;
import org.qibu.engine.ModelSource;
import org.qibu.text.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files that came new with the program and were not put in force at a start, since a process admin had changed what runs.
 * Each is told until what runs changes: the admin takes the program's, or deploys another of their own.
 */
@Component
public class ModelConflicts {

    private static final int LONGEST = 2_000;

    private final JdbcClient database;
    private final ModelRelease release;
    private final ModelSource source;
    private final Clock clock;

    ModelConflicts(JdbcClient database, ModelRelease release, ModelSource source, Clock clock) {
        this.database = database;
        this.release = release;
        this.source = source;
        this.clock = clock;
    }

    /**
     * A file of which the admin's stays in force.
     *
     * @param since the start at which it was met
     * @param reason why the program's cannot be put in force with the rest; empty where it was only left to the admin
     */
    public record Conflict(String file, Instant since, String reason) {}

    /** Those nobody decided yet, by file. */
    public List<Conflict> open() {
        var noted = database.sql("select * from model_conflict order by file")
                .query((row, number) -> Map.entry(
                        row.getString("running"),
                        new Conflict(
                                row.getString("file"), row.getTimestamp("at").toInstant(), row.getString("reason"))))
                .list();
        if (noted.isEmpty()) {
            return List.of();
        }
        var running = release.running();
        return noted.stream()
                .filter(each -> runs(running, each.getValue().file())
                        .filter(each.getKey()::equals)
                        .isPresent())
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * Puts the program's file in force in place of the admin's.
     *
     * @return false where there is no such conflict any more
     * @throws ModelRefused when it does not go with the other files that run
     */
    public boolean take(String file) {
        if (open().stream().noneMatch(each -> each.file().equals(file))) {
            return false;
        }
        release.putInForce(Map.of(file, packed().get(file)), ModelRelease.PACKED);
        database.sql("delete from model_conflict where file = ?").param(file).update();
        return true;
    }

    void note(String file, RunningModels running, String reason) {
        runs(running, file)
                .ifPresent(sum -> database.sql("""
                        insert into model_conflict (file, running, reason, at) values (:file, :running, :reason, :at)
                        on conflict (file) do update
                        set running = excluded.running, reason = excluded.reason, at = excluded.at""")
                        .param("file", file)
                        .param("running", sum)
                        .param("reason", reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason)
                        .param("at", Timestamp.from(clock.instant()))
                        .update());
    }

    /** The checksum of what runs in place of a packed file; empty where that file itself runs, or nothing. */
    private Optional<String> runs(RunningModels running, String name) {
        return Optional.ofNullable(packed().get(name)).flatMap(content -> {
            var file = ModelFile.read(name, content);
            return running.all()
                    .filter(known ->
                            known.kind() == file.kind() && known.ids().stream().anyMatch(file::defines))
                    .filter(known -> !Arrays.equals(known.content(), content))
                    .map(known -> Sha256.hex(known.content()))
                    .findFirst();
        });
    }

    private Map<String, byte[]> packed() {
        try {
            return source.files();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
