package org.qibu.notices;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.qibu.engine.FormRefused;
import org.qibu.engine.Messages;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes objections while a notice hangs, one handled after the other, none left without an answer. */
@Service
public class Objections {

    private static final String MESSAGE = "notice.objectionRaised";
    private static final String ANSWER_OF_OTHERS = "已有异议成立，公示已撤下，您的异议在下一步一并处理。";
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 4000;

    private final JdbcClient database;
    private final Notices notices;
    private final Matters matters;
    private final Timeline timeline;
    private final Messages messages;
    private final Clock clock;

    Objections(
            JdbcClient database, Notices notices, Matters matters, Timeline timeline, Messages messages, Clock clock) {
        this.database = database;
        this.notices = notices;
        this.matters = matters;
        this.timeline = timeline;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Keeps an objection and lets the model handle it, at once or after those before it.
     *
     * @throws FormRefused where nothing is posted that could be objected to, or the texts are missing or too long
     */
    @Transactional
    public Objection raise(String matterNo, String objector, String content) {
        check(objector, content);
        var matter = matters.get(matterNo);
        var notice = objectionable(matter);
        lock(notice);
        var id = database.sql("""
                        insert into objection (notice_id, objector, content, raised_at) values (?, ?, ?, ?)
                        returning id""")
                .params(notice.id(), objector.strip(), content.strip(), Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        timeline.tell(matter, null, "objectionRaised", "notice." + notice.kind());
        messages.send(MESSAGE, matterNo);
        return of(matterNo).stream()
                .filter(raised -> raised.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static void check(String objector, String content) {
        var faults = new FormRefused.Collector();
        faults.check(!objector.isBlank(), "objector", "请填写“提出异议的人”。");
        faults.check(objector.strip().length() <= LONGEST_NAME, "objector", "“提出异议的人”最多 " + LONGEST_NAME + " 个字。");
        faults.check(!content.isBlank(), "content", "请填写“异议内容”。");
        faults.check(content.strip().length() <= LONGEST_TEXT, "content", "“异议内容”最多 " + LONGEST_TEXT + " 个字。");
        faults.refuseIfAny();
    }

    private Notice objectionable(Matter matter) {
        return notices.current(matter.matterNo())
                .filter(notice -> notice.isPosted(clock.instant()))
                .filter(notice -> !matter.isInstant())
                .orElseThrow(() -> new FormRefused("", "这个事项现在没有可以提出异议的公示。"));
    }

    /** The objection to be handled next, held until the transaction ends so that none slips in unseen. */
    Optional<Objection> next(String matterNo) {
        notices.current(matterNo).ifPresent(this::lock);
        return of(matterNo).stream().filter(Objection::isOpen).findFirst();
    }

    private void lock(Notice notice) {
        database.sql("select id from notice where id = ? for update")
                .param(notice.id())
                .query(Long.class)
                .single();
    }

    /** Answers an objection; when it is upheld, the others against the same notice are dealt with by what follows. */
    void answer(Objection objection, boolean upheld, String answer) {
        answer(objection.id(), upheld, answer);
        if (upheld) {
            database.sql("update objection set answer = ?, answered_at = ? where notice_id = ? and answered_at is null")
                    .params(ANSWER_OF_OTHERS, Timestamp.from(clock.instant()), objection.noticeId())
                    .update();
        }
    }

    private void answer(long id, boolean upheld, String answer) {
        database.sql("update objection set upheld = ?, answer = ?, answered_at = ? where id = ?")
                .params(upheld, answer, Timestamp.from(clock.instant()), id)
                .update();
    }

    /** All objections against notices of a matter, oldest first. */
    public List<Objection> of(String matterNo) {
        return database.sql("""
                        select o.* from objection o join notice n on n.id = o.notice_id
                        where n.matter_no = ? order by o.id""").param(matterNo).query(Objection.class).list();
    }
}
