package org.qibu.notices.channels;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibu.notices.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where each notice hangs: planned, posted with a photo, taken down. */
@Repository
public class Channels {

    private final JdbcClient database;
    private final Clock clock;

    public Channels(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The places of a notice in the order they were named. */
    public List<Hanging> of(long noticeId) {
        return database.sql("select * from notice_channel where notice_id = ? order by no")
                .param(noticeId)
                .query(Hanging.class)
                .list();
    }

    /** One place of a notice. */
    public Optional<Hanging> find(long noticeId, int no) {
        return of(noticeId).stream().filter(hanging -> hanging.no() == no).findFirst();
    }

    /** Whether a photo proves that a notice of this kind hung for the matter; the kind may be a beginning such as AGENDA. */
    public boolean isProven(String matterNo, String kind) {
        return database.sql("""
                        select exists (select from notice_channel c join notice n on n.id = c.notice_id
                                       where n.matter_no = ? and starts_with(n.kind, ?) and c.photo is not null)""").params(matterNo, kind).query(Boolean.class).single();
    }

    /** Hangs a notice on the portal and plans the other channels. */
    public void open(Notice notice, Collection<Channel> planned) {
        add(notice.id(), Channel.PORTAL, "", notice.postedAt(), null);
        planned.stream()
                .filter(channel -> channel != Channel.PORTAL)
                .distinct()
                .forEach(channel -> add(notice.id(), channel, "", null, null));
    }

    /** Notes that a notice was posted; a channel that was planned is taken for this one. */
    public Hanging post(long noticeId, Channel channel, String place, Instant at, String by) {
        var planned = of(noticeId).stream()
                .filter(hanging -> hanging.channel() == channel && hanging.isPlanned())
                .findFirst();
        planned.ifPresent(hanging -> database.sql("""
                        update notice_channel set place = ?, posted_at = ?, posted_by = ? where notice_id = ? and no = ?""")
                .params(place, Timestamp.from(at), by, noticeId, hanging.no())
                .update());
        var no = planned.map(Hanging::no).orElseGet(() -> add(noticeId, channel, place, at, by));
        return find(noticeId, no).orElseThrow();
    }

    private int add(long noticeId, Channel channel, String place, @Nullable Instant at, @Nullable String by) {
        return database.sql("""
                        insert into notice_channel (notice_id, no, channel, place, posted_at, posted_by)
                        select ?, coalesce(max(no), 0) + 1, ?, ?, ?, ? from notice_channel where notice_id = ?
                        returning no""")
                .params(noticeId, channel.name(), place, at == null ? null : Timestamp.from(at), by, noticeId)
                .query(Integer.class)
                .single();
    }

    public void prove(Hanging hanging, UUID photo) {
        database.sql("update notice_channel set photo = ? where notice_id = ? and no = ?")
                .params(photo, hanging.noticeId(), hanging.no())
                .update();
    }

    /** Notes that a notice was taken down there; false where somebody noted it before. */
    public boolean takeDown(Hanging hanging, @Nullable String by) {
        return database.sql("""
                                update notice_channel set taken_down_at = ?, taken_down_by = ?
                                where notice_id = ? and no = ? and taken_down_at is null""")
                        .params(Timestamp.from(clock.instant()), by, hanging.noticeId(), hanging.no())
                        .update()
                == 1;
    }

    /** Takes a notice off the portal. */
    public void close(long noticeId) {
        of(noticeId).stream()
                .filter(hanging -> hanging.channel() == Channel.PORTAL && hanging.isUp())
                .forEach(hanging -> takeDown(hanging, null));
    }
}
