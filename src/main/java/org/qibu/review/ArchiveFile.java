package org.qibu.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.qibu.matter.Matter;
import org.qibu.matter.Parties;
import org.qibu.matter.Timeline;
import org.qibu.matter.action.PlannedActions;
import org.qibu.matter.form.Records;
import org.qibu.notices.channels.Channels;
import org.qibu.notices.objections.Objections;
import org.qibu.notices.posting.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** One matter, one file: assembles it, and keeps what it holds and what it lacks. */
@Service
public class ArchiveFile {

    private static final String NO_PHOTO = "没有张贴照片。";

    private final JdbcClient database;
    private final Records records;
    private final Parties parties;
    private final Notices notices;
    private final Channels channels;
    private final Objections objections;
    private final PlannedActions actions;
    private final Timeline timeline;
    private final Clock clock;

    ArchiveFile(
            JdbcClient database,
            Records records,
            Parties parties,
            Notices notices,
            Channels channels,
            Objections objections,
            PlannedActions actions,
            Timeline timeline,
            Clock clock) {
        this.database = database;
        this.records = records;
        this.parties = parties;
        this.notices = notices;
        this.channels = channels;
        this.objections = objections;
        this.actions = actions;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** One line of the file's list. */
    public record Entry(FileItem item, FileState state, String reason, Instant checkedAt) {}

    /** Looks for everything anew and tells whether the file is complete. */
    boolean assemble(Matter matter) {
        var lines = new ArrayList<Line>();
        new FileCheck(evidence(matter))
                .run()
                .forEach((item, state) -> lines.add(new Line(item, state, remark(matter, item, state))));
        keep(matter.matterNo(), lines);
        return gaps(matter.matterNo()).isEmpty();
    }

    /** A result notice counts without a photo, but the file says that nothing proves it hung anywhere. */
    private String remark(Matter matter, FileItem item, FileState state) {
        return item == FileItem.RESULT_NOTICE
                        && state == FileState.PRESENT
                        && !channels.isProven(matter.matterNo(), "COMPLETION")
                ? NO_PHOTO
                : "";
    }

    private Evidence evidence(Matter matter) {
        var number = matter.matterNo();
        return new Evidence(
                matter,
                records.of(number),
                parties.of(number).size(),
                notices.of(number),
                objections.of(number),
                actions.all(number),
                timeline.of(number, Locale.CHINESE).size());
    }

    /** Notes why something is missing. */
    void explain(String matterNo, FileItem item, String reason) {
        keep(matterNo, List.of(new Line(item, FileState.EXPLAINED, reason)));
    }

    /** @param reason null where there is nothing to say */
    private record Line(FileItem item, FileState state, String reason) {}

    private void keep(String matterNo, List<Line> lines) {
        database.sql("""
                        insert into archive_item
                        select :matter, item, state, reason, :now::timestamptz
                        from unnest(:items::text[], :states::text[], :reasons::text[]) line (item, state, reason)
                        on conflict (matter_no, item) do update
                          set state = excluded.state, reason = excluded.reason, checked_at = excluded.checked_at""")
                .param("matter", matterNo)
                .param("items", lines.stream().map(line -> line.item().name()).toArray(String[]::new))
                .param("states", lines.stream().map(line -> line.state().name()).toArray(String[]::new))
                .param("reasons", lines.stream().map(Line::reason).toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The list of a file, in its order; empty while it was not assembled. */
    public List<Entry> of(String matterNo) {
        return database
                .sql("select * from archive_item where matter_no = ?")
                .param(matterNo)
                .query((row, number) -> new Entry(
                        FileItem.valueOf(row.getString("item")),
                        FileState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getTimestamp("checked_at").toInstant()))
                .list()
                .stream()
                .sorted(Comparator.comparing(Entry::item))
                .toList();
    }

    /** What is missing without a reason. */
    List<FileItem> gaps(String matterNo) {
        return of(matterNo).stream()
                .filter(entry -> entry.state() == FileState.MISSING)
                .map(Entry::item)
                .toList();
    }
}
