package org.qibu.matter.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.qibu.RoomsDatabase;
import org.qibu.availability.SlowWork;
import org.qibu.calendar.MovableClock;
import org.qibu.engine.FormCase;
import org.qibu.matter.Matters;
import org.qibu.transaction.ReadTogether;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class MatterFilesTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final byte[] REPORT = "%PDF-1.7\n%%EOF".getBytes();

    private final MovableClock clock = new MovableClock();
    private final String no = "HZ-AS-2031-%04d".formatted(NUMBERS.incrementAndGet());
    private final JdbcClient database = RoomsDatabase.withMatter(no);
    private final MatterFiles files = new MatterFiles(
            database, new UploadedFileCheck(new Pictures()), new SlowWork(), new Seals(database, clock), clock);
    private final FormFiles counts = new FormFiles(database);

    @Test
    void nobodyBringsInMoreThanFiftyMegabytesADay() {
        var clerk = "clerk-" + no;
        brought(clerk, 50 * 1024 * 1024 - REPORT.length);
        keep("report", clerk);
        assertThatThrownBy(() -> keep("report", clerk))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("已经达到 50 MB");
        keep("report", "head-" + no);
        clock.runAhead(Duration.ofDays(1));
        keep("report", clerk);
        assertThat(files.of(no)).hasSize(4);
    }

    /** Drawing a large picture anew takes seconds: it waits for its turn, and holds no connection meanwhile. */
    @Test
    void aFileIsJudgedInItsTurnAndNeverInsideATransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> files.check("报告.pdf", new ByteArrayResource(REPORT)))
                    .hasMessageContaining("database connection");
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    @Test
    void aFormCountsTheFilesThatCameSinceItWasLastSubmitted() {
        keep("report", "clerk");
        keep("photos", "clerk");
        assertThat(counts.count(form(), "report")).isEqualTo(1);
        submitted(clock.instant());
        assertThat(counts.count(form(), "report")).isZero();
        clock.runAhead(Duration.ofMinutes(1));
        keep("report", "clerk");
        assertThat(counts.count(form(), "report")).isEqualTo(1);
        database.sql("update form_record set corrected_at = at where matter_no = ?")
                .param(no)
                .update();
        assertThat(counts.count(form(), "report")).isEqualTo(2);
    }

    private void keep(String kind, String actor) {
        try {

            var matter = new Matters(database, clock, new ReadTogether(database)).get(no);
            files.keep(matter, kind, files.check("报告.pdf", new ByteArrayResource(REPORT)), actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void brought(String actor, long size) {
        database.sql("insert into matter_file values (?, ?, 'report', 'a.pdf', 'application/pdf', ?, '', '', ?, ?)")
                .params(UUID.randomUUID(), no, size, Timestamp.from(clock.instant()), actor)
                .update();
    }

    private void submitted(Instant at) {
        database.sql("""
                        insert into form_record (matter_no, form, task_key, step, cycle, round, at, content)
                        values (?, 'report-back', 'task_reportBack', 'S6', 1, 1, ?, '{}')""").params(no, Timestamp.from(at)).update();
    }

    private FormCase form() {
        return new FormCase(
                no, "HZ-AS", "report-back", "t1", "task_reportBack", "feedback", "clerk", clock.instant(), Map.of());
    }
}
