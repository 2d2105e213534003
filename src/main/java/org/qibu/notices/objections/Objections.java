package org.qibu.notices.objections;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodTable;
import org.qibu.engine.FormRefused;
import org.qibu.engine.MatterLock;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.process.MatterMessages;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.notices.Notice;
import org.qibu.notices.NoticeElements;
import org.qibu.notices.posting.Notices;
import org.qibu.transaction.ReadOnce;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes objections while a notice hangs, one handled after the other, none left without an answer. */
@Service
public class Objections {

    private static final String MESSAGE = NoticeElements.MESSAGE_OBJECTION_RAISED;
    private static final String ANSWER_OF_OTHERS = "已有异议成立，公示已撤下，您的异议在下一步一并处理。";

    private final PeriodTable periods;
    private final JdbcClient database;
    private final MatterLock lock;
    private final Notices notices;
    private final Matters matters;
    private final ObjectionLetters letters;
    private final LateObjection late;
    private final int mostOpen;
    private final Timeline timeline;
    private final MatterMessages matterMessages;
    private final Clock clock;

    Objections(
            PeriodTable periods,
            JdbcClient database,
            MatterLock lock,
            Notices notices,
            Matters matters,
            ObjectionLetters letters,
            LateObjection late,
            @Value("${qibu.objections.open:50}") int mostOpen,
            Timeline timeline,
            MatterMessages matterMessages,
            Clock clock) {
        this.periods = periods;
        this.database = database;
        this.lock = lock;
        this.notices = notices;
        this.matters = matters;
        this.letters = letters;
        this.late = late;
        this.mostOpen = mostOpen;
        this.timeline = timeline;
        this.matterMessages = matterMessages;
        this.clock = clock;
    }

    /** Keeps an objection of somebody who left no address. */
    @Transactional
    public Objection raise(String matterNo, String objector, String content) {
        return raise(matterNo, new NewObjection(objector, content, ""), null);
    }

    /**
     * Keeps an objection and lets the model handle it, at once or after those before it.
     *
     * @param by the account that writes it down for somebody; null where somebody wrote it themselves
     * @throws FormRefused where texts are missing, too long or unreadable
     * @throws NoObjection where nothing is posted that could be objected to, or too many are waiting
     */
    @Transactional
    public Objection raise(String matterNo, NewObjection said, @Nullable String by) {
        said.check();
        lock.hold(matterNo);
        var matter = matters.get(matterNo);
        var notice = objectionable(matter);
        if (of(matterNo).stream().filter(Objection::isOpen).count() >= mostOpen) {
            throw NoObjection.tooManyOpen();
        }
        var objection = find(keep(notice, said, by));
        letters.received(matter, notice, objection, due(objection));
        timeline.tell(matter, by, "objectionRaised", "notice." + notice.kind());
        tellModel(matterNo);
        return objection;
    }

    private void tellModel(String matterNo) {
        try {
            matterMessages.send(MESSAGE, matterNo);
        } catch (TaskUnavailable faulty) {
            throw NoObjection.notNow(String.valueOf(faulty.getMessage()));
        }
    }

    private long keep(Notice notice, NewObjection said, @Nullable String by) {
        ReadOnce.forgetAll();
        return database.sql("""
                        insert into objection
                          (notice_id, no, objector, content, objector_email, objector_phone, raised_by, raised_at)
                        select ?, count(*) + 1, ?, ?, ?, ?, ?, ? from objection o join notice n on n.id = o.notice_id
                        where n.matter_no = ? returning id""")
                .params(
                        notice.id(),
                        said.objector(),
                        said.content(),
                        said.email(),
                        said.phone(),
                        by,
                        Timestamp.from(clock.instant()),
                        notice.matterNo())
                .query(Long.class)
                .single();
    }

    /** The notice that hangs, held so that its end and an objection cannot cross each other. */
    private Notice objectionable(Matter matter) {
        return notices.current(matter.matterNo())
                .flatMap(notice -> notices.hold(notice.id()))
                .filter(notice -> takes(matter, notice))
                .orElseThrow(() -> NoObjection.nothingPosted(late.advice(matter)));
    }

    /**
     * Whether a notice can be objected to now; those of small matters and of failed votes stand without objections, and against the topic of
     * an emergency people speak up in the meeting, which does not wait.
     */
    public boolean takes(Matter matter, Notice notice) {
        var metAtOnce = matter.isEmergency() && notice.kind().startsWith("AGENDA");
        return notice.isPosted(clock.instant()) && !notice.unattended() && !matter.isInstant() && !metAtOnce;
    }

    /** The objection to be handled next, held until the transaction ends so that none slips in unseen. */
    Optional<Objection> next(String matterNo) {
        notices.current(matterNo).ifPresent(notice -> notices.hold(notice.id()));
        return of(matterNo).stream().filter(Objection::isOpen).findFirst();
    }

    /** Answers an objection; when it is upheld, the others against the same notice are dealt with by what follows. */
    void answer(Objection objection, boolean upheld, String answer) {
        answer(objection.id(), upheld, answer);
        if (upheld) {
            against(objection.noticeId()).stream()
                    .filter(Objection::isOpen)
                    .forEach(other -> answer(other.id(), null, ANSWER_OF_OTHERS));
        }
    }

    private void answer(long id, @Nullable Boolean upheld, String answer) {
        database.sql("update objection set upheld = ?, answer = ?, answered_at = ? where id = ?")
                .params(upheld, answer, Timestamp.from(clock.instant()), id)
                .update();
        var answered = find(id);
        var notice = notices.find(answered.noticeId()).orElseThrow();
        letters.answered(matters.get(notice.matterNo()), notice, answered);
    }

    /** Until when an objection is to be answered: 18:00 of the last day. */
    public Instant due(Objection objection) {
        return periods.end(Period.OBJECTION_ANSWER, objection.raisedAt());
    }

    private Objection find(long id) {
        return database.sql("select * from objection where id = ?")
                .param(id)
                .query(Objection.class)
                .single();
    }

    /** The objections against a notice, oldest first. */
    public List<Objection> against(long noticeId) {
        return database.sql("select * from objection where notice_id = ? order by id")
                .param(noticeId)
                .query(Objection.class)
                .list();
    }

    /** All objections against notices of a matter, oldest first. */
    public List<Objection> of(String matterNo) {
        return database.sql("""
                        select o.* from objection o join notice n on n.id = o.notice_id
                        where n.matter_no = ? order by o.id""").param(matterNo).query(Objection.class).list();
    }
}
