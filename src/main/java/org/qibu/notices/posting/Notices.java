package org.qibu.notices.posting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.engine.MatterLock;
import org.qibu.engine.process.DecisionTables;
import org.qibu.matter.Matter;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.PublishedElements;
import org.qibu.notices.Notice;
import org.qibu.notices.NoticeTexts;
import org.qibu.notices.channels.ChannelPlans;
import org.qibu.notices.channels.Channels;
import org.qibu.privacy.MaskedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Posts notices for as many days as the notice table says, and takes them down. */
@Service
public class Notices {

    private final JdbcClient database;
    private final MatterLock lock;
    private final NoticeTexts texts;
    private final DecisionTables tables;
    private final Channels channels;
    private final ChannelPlans plans;
    private final Calendars calendars;
    private final Timeline timeline;
    private final Clock clock;

    public Notices(
            JdbcClient database,
            MatterLock lock,
            NoticeTexts texts,
            DecisionTables tables,
            Channels channels,
            ChannelPlans plans,
            Calendars calendars,
            Timeline timeline,
            Clock clock) {
        this.database = database;
        this.lock = lock;
        this.texts = texts;
        this.tables = tables;
        this.channels = channels;
        this.plans = plans;
        this.calendars = calendars;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Posts what there is to tell about a matter; {@code kind} is one of the notice table's, e.g. AGENDA_COUNCIL. */
    public Notice post(Matter matter, String kind) {
        return post(matter, kind, false);
    }

    /** Posts the same for everybody to know, while the matter goes on; it comes down by itself. */
    public Notice postUnattended(Matter matter, String kind) {
        return post(matter, kind, true);
    }

    private Notice post(Matter matter, String kind, boolean unattended) {
        var now = clock.instant();
        var text = texts.of(matter, kind);
        var id = database.sql("""
                        insert into notice (matter_no, community_code, kind, title, body, posted_at, posted_until, unattended)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        matter.matterNo(),
                        matter.communityCode(),
                        kind,
                        text.title().toString(),
                        text.body().toString(),
                        Timestamp.from(now),
                        Timestamp.from(endOf(kind)),
                        unattended)
                .query(Long.class)
                .single();
        var notice = find(id).orElseThrow();
        channels.open(notice, plans.of(matter, kind));
        timeline.tell(matter, null, "noticePosted", "notice." + kind, Calendars.dayOf(notice.postedUntil()));
        return notice;
    }

    /** What would be posted now, word for word, for those who have to look at it before. */
    public Draft preview(Matter matter, String kind) {
        var text = texts.of(matter, kind);
        return new Draft(text.title(), text.body());
    }

    /** A notice that nobody has posted yet. */
    public record Draft(MaskedText title, MaskedText body) {}

    /** When a notice of this kind would end that is posted now: the last second of its last day. */
    public Instant endOf(String kind) {
        var days = tables.number(PublishedElements.TABLE_NOTICE_PERIOD, Map.of("noticeKind", kind), "days");
        return calendars.lastSecondAfterDays(clock.instant(), days);
    }

    /** Takes the latest notice of a matter down, here and on the portal; paper is taken down by people. */
    @Transactional
    public void takeDown(Matter matter) {
        current(matter.matterNo()).ifPresent(notice -> takeDown(matter, notice));
    }

    @Transactional
    void takeDown(Matter matter, Notice notice) {
        lock.hold(matter.matterNo());
        var taken = database.sql("update notice set taken_down_at = ? where id = ? and taken_down_at is null")
                .params(Timestamp.from(clock.instant()), notice.id())
                .update();
        if (taken == 1) {
            channels.close(notice.id());
            timeline.tell(matter, null, "noticeTakenDown", "notice." + notice.kind());
        }
    }

    /** Notes of all notices whose term is over that it is: nothing is objected to any more, whatever the clock says later. */
    void endThoseOver(Instant now) {
        database.sql("""
                        update notice set ended_at = posted_until where id in (
                          select id from notice where ended_at is null and posted_until <= ?
                          for no key update skip locked)""").param(Timestamp.from(now)).update();
    }

    /** When the next term is over. */
    Optional<Instant> nextEnd() {
        return database.sql("select min(posted_until) as next from notice where ended_at is null")
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("next")).map(Timestamp::toInstant))
                .single();
    }

    /** Notices that no model waits to take down: of failed votes, of small matters, of emergencies that meet at once. */
    List<Notice> leftHanging() {
        return database.sql("""
                        select n.* from notice n join matter m using (matter_no)
                        where n.taken_down_at is null
                          and (n.unattended or m.track = 'INSTANT' or m.urgency = 'EMERGENCY' and n.kind like 'AGENDA%')
                        order by n.posted_until""").query(Notice.class).list();
    }

    /** Holds a notice until the transaction ends: nobody takes it down or objects to it meanwhile. */
    public Optional<Notice> hold(long id) {
        return database.sql("select * from notice where id = ? for update")
                .param(id)
                .query(Notice.class)
                .optional();
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

    /** What hangs now in these communities, newest first; a notice hangs on while an objection waits for its answer. */
    public List<Notice> posted(List<String> communities, int most) {
        return select(communities, "taken_down_at is null", "posted_at", clock.instant(), most);
    }

    /** What was taken down in these communities since a moment, latest first. */
    public List<Notice> takenDownSince(List<String> communities, Instant since, int most) {
        return select(communities, "taken_down_at >= :since", "taken_down_at", since, most);
    }

    private List<Notice> select(List<String> communities, String which, String order, Instant since, int most) {
        return communities.isEmpty()
                ? List.of()
                : database.sql("select * from notice where community_code in (:communities) and " + which + " order by "
                                + order + " desc, id desc limit :most")
                        .param("communities", communities)
                        .param("since", Timestamp.from(since))
                        .param("most", most)
                        .query(Notice.class)
                        .list();
    }
}
