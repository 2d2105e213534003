package org.qibu.matter.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What hangs on a matter's board: its notices, objections against them, and the actions promised. */
@Repository
public class NoticeBoard {

    private final JdbcClient database;

    NoticeBoard(JdbcClient database) {
        this.database = database;
    }

    /** A posting, and how many objections were raised against it. */
    record Notice(
            long id,
            String kind,
            String title,
            String body,
            Instant postedAt,
            Instant postedUntil,
            Instant takenDownAt,
            int objections) {}

    /** An objection against a posting. */
    public record Objection(
            long id,
            long noticeId,
            String objector,
            String content,
            Instant raisedAt,
            Boolean upheld,
            String answer,
            Instant answeredAt) {}

    /** One thing that was promised to be done. */
    record Action(
            int cycle,
            int no,
            String text,
            String ownerId,
            LocalDate startOn,
            LocalDate dueOn,
            BigDecimal budget,
            int progress,
            String state,
            BigDecimal actualCost,
            int delays) {}

    List<Notice> notices(String matterNo) {
        return database.sql("""
                        select n.*, (select count(*) from objection o where o.notice_id = n.id) as objections
                        from notice n where n.matter_no = ? order by n.id""").param(matterNo).query(Notice.class).list();
    }

    public List<Objection> objections(String matterNo) {
        return database.sql("""
                        select o.* from objection o join notice n on n.id = o.notice_id
                        where n.matter_no = ? order by o.id""").param(matterNo).query(Objection.class).list();
    }

    List<Action> actions(String matterNo) {
        return database.sql("select * from matter_action where matter_no = ? order by cycle, no")
                .param(matterNo)
                .query(Action.class)
                .list();
    }
}
