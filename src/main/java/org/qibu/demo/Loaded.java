package org.qibu.demo;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers what was brought in, so that what people change or remove stays so after a restart. */
@Component
@ConditionalOnDemo
class Loaded {

    private final JdbcClient database;
    private final Clock clock;

    Loaded(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** True the first time it is asked for a name; of two nodes at once the other waits and hears no. */
    boolean isNew(String name) {
        return database.sql("insert into demo_loaded values (?, ?) on conflict do nothing")
                        .params(name, Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** Deletes the note, so that the data is loaded again at the next start. */
    void forget(String name) {
        database.sql("delete from demo_loaded where name = ?").param(name).update();
    }
}
