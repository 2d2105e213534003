package org.qibu.notices;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.engine.DecisionTables;
import org.qibu.matter.Matter;
import org.qibu.matter.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Posts notices for as many days as the notice table says, and takes them down. */
@Service
public class Notices {

    private final JdbcClient database;
    private final NoticeTexts texts;
    private final DecisionTables tables;
    private final Calendars calendars;
    private final Timeline timeline;
    private final Clock clock;

    Notices(
            JdbcClient database,
            NoticeTexts texts,
            DecisionTables tables,
            Calendars calendars,
            Timeline timeline,
            Clock clock) {
        this.database = database;
        this.texts = texts;
        this.tables = tables;
        this.calendars = calendars;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Posts what there is to tell about a matter; {@code kind} is one of the notice table's, e.g. AGENDA_COUNCIL. */
    public Notice post(Matter matter, String kind) {
        var now = clock.instant();
        var text = texts.of(matter, kind);
        var id = database.sql("""
                        insert into notice (matter_no, community_code, kind, title, body, posted_at, posted_until)
                        values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        matter.matterNo(),
                        matter.communityCode(),
                        kind,
                        text.title(),
                        text.body(),
                        Timestamp.from(now),
                        Timestamp.from(endOf(kind)))
                .query(Long.class)
                .single();
        var notice = find(id).orElseThrow();
        timeline.tell(matter, null, "noticePosted", "notice." + kind, Calendars.dayOf(notice.postedUntil()));
        return notice;
    }

    /** When a notice of this kind would end that is posted now. */
    public Instant endOf(String kind) {
        var days = (Number)
                tables.single("notice-period", Map.of("noticeKind", kind)).get("days");
        return calendars.afterDays(clock.instant(), days.intValue());
    }

    /** Takes the latest notice of a matter down. */
    public void takeDown(Matter matter) {
        current(matter.matterNo()).ifPresent(notice -> {
            database.sql("update notice set taken_down_at = ? where id = ?")
                    .params(Timestamp.from(clock.instant()), notice.id())
                    .update();
            timeline.tell(matter, null, "noticeTakenDown", "notice." + notice.kind());
        });
    }

    /** The notice of a matter that nobody took down yet. */
    public Optional<Notice> current(String matterNo) {
        return of(matterNo).stream()
                .filter(notice -> notice.takenDownAt() == null)
                .reduce((first, second) -> second);
    }

    /** All notices of a matter, oldest first. */
    public List<Notice> of(String matterNo) {
        return database.sql("select * from notice where matter_no = ? order by id")
                .param(matterNo)
                .query(Notice.class)
                .list();
    }

    public Optional<Notice> find(long id) {
        return database.sql("select * from notice where id = ?")
                .param(id)
                .query(Notice.class)
                .optional();
    }

    /** What hangs now in these communities, newest first. */
    public List<Notice> posted(List<String> communities, int most) {
        return communities.isEmpty()
                ? List.of()
                : database.sql("""
                        select * from notice
                        where community_code in (:communities) and taken_down_at is null and posted_until > :now
                        order by posted_at desc limit :most""")
                        .param("communities", communities)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("most", most)
                        .query(Notice.class)
                        .list();
    }
}
