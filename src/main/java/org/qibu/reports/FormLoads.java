package org.qibu.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.qibu.engine.FormCase;
import org.qibu.engine.spi.FormWatch;
import org.qibu.matter.MatterCode;
import org.qibu.matter.Matters;
import org.qibu.matter.Track;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps what each form cost: how many fields, and how long it was open. Opening it again within half an hour belongs to the
 * same sitting; a sitting counts for an hour at most, since nobody knows what else the person did meanwhile.
 */
@Repository
class FormLoads implements FormWatch {

    static final Duration SAME_SITTING = Duration.ofMinutes(30);
    static final Duration LONGEST_SITTING = Duration.ofHours(1);

    private final JdbcClient database;
    private final Matters matters;
    private final Clock clock;

    FormLoads(JdbcClient database, Matters matters, Clock clock) {
        this.database = database;
        this.matters = matters;
        this.clock = clock;
    }

    @Override
    public void opened(String place, String userId) {
        var now = clock.instant();
        database.sql("""
                        insert into form_opening as o (place, account, begun_at, seen_at)
                        values (:place, :account, :now, :now)
                        on conflict (place, account) do update set seen_at = :now,
                          begun_at = case when o.seen_at < :sitting then :now else o.begun_at end""")
                .param("place", place)
                .param("account", userId)
                .param("now", Timestamp.from(now))
                .param("sitting", Timestamp.from(now.minus(SAME_SITTING)))
                .update();
    }

    @Override
    public void taken(String place, FormCase form, Load load) {
        var matter = matters.get(form.matterNo());
        database.sql("""
                        with opened as (
                          delete from form_opening where place = :place and (account = :account or :form <> place)
                          returning account, begun_at)
                        insert into form_load (matter_no, community_code, form, task_key, step, account, at, filled, kept,
                          seconds)
                        values (:matter, :community, :form, :task, :step, :account, :at, :filled, :kept,
                          (select least(floor(extract(epoch from :at - begun_at)), :longest) from opened
                           where account = :account and begun_at <= :at))""")
                .param("place", place)
                .param("account", form.userId())
                .param("form", form.formId())
                .param("matter", matter.matterNo())
                .param("community", matter.communityCode())
                .param("task", form.taskKey())
                .param("step", matter.step().name())
                .param("at", form.at().atOffset(ZoneOffset.UTC))
                .param("filled", load.filled())
                .param("kept", load.kept())
                .param("longest", LONGEST_SITTING.toSeconds())
                .update();
    }

    /**
     * One form somebody sent.
     *
     * @param track null while the matter was not verified
     * @param seconds how long it was open, null where it was sent without being opened
     */
    record FormLoad(
            long id,
            String matterNo,
            String title,
            MatterCode<Track> track,
            String form,
            String taskKey,
            String step,
            String account,
            Instant at,
            int filled,
            int kept,
            Integer seconds) {

        /** Fields the person entered or changed. */
        public int typed() {
            return filled - kept;
        }

        /** How long the form was open, in minutes with one decimal; empty where it was not opened. */
        public String minutes() {
            return seconds == null ? "" : Sum.tenths(seconds);
        }
    }

    /** The forms sent in some communities from one moment until before another, newest first. */
    List<FormLoad> sent(List<String> communities, Instant from, Instant until) {
        return read("l.community_code in (:communities) and l.at >= :from and l.at < :until", communities, from, until);
    }

    /** All forms ever sent for the matters of which one was sent in this time, so that each is judged as a whole. */
    List<FormLoad> whole(List<String> communities, Instant from, Instant until) {
        return read("""
                l.matter_no in (select matter_no from form_load
                  where community_code in (:communities) and at >= :from and at < :until)""", communities, from, until);
    }

    private List<FormLoad> read(String which, List<String> communities, Instant from, Instant until) {
        return communities.isEmpty()
                ? List.of()
                : database.sql("""
                                select l.id, l.matter_no, m.title, m.track, l.form, l.task_key, l.step, l.account, l.at,
                                  l.filled, l.kept, l.seconds
                                from form_load l join matter m on m.matter_no = l.matter_no
                                where %s order by l.at desc, l.id desc""".formatted(which))
                        .param("communities", communities)
                        .param("from", Timestamp.from(from))
                        .param("until", Timestamp.from(until))
                        .query(FormLoads::read)
                        .list();
    }

    private static FormLoad read(ResultSet row, int number) throws SQLException {
        return new FormLoad(
                row.getLong("id"),
                row.getString("matter_no"),
                row.getString("title"),
                MatterCode.of(Track.class, row.getString("track")),
                row.getString("form"),
                row.getString("task_key"),
                row.getString("step"),
                row.getString("account"),
                row.getTimestamp("at").toInstant(),
                row.getInt("filled"),
                row.getInt("kept"),
                row.getObject("seconds", Integer.class));
    }
}
