package org.qibu.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.qibu.mail.MailKind;
import org.qibu.mail.RungDues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the mail page when a rung of the ladder fell due. */
@Repository
class RungsForMails implements RungDues {

    private final JdbcClient database;

    RungsForMails(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Rung> of(String taskId, MailKind kind) {
        return database.sql("""
                        select due_at, at from deadline_rung
                        where task_id = ? and rung = ? and not skipped order by due_at desc limit 1""")
                .params(taskId, kind.name())
                .query(RungsForMails::rung)
                .optional();
    }

    private static Rung rung(ResultSet row, int number) throws SQLException {
        return new Rung(
                row.getTimestamp("due_at").toInstant(), row.getTimestamp("at").toInstant());
    }
}
