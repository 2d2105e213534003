package org.qibu;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL with our own tables, for tests of rooms that need no engine. */
public final class RoomsDatabase {

    private static DataSource source;
    private static JdbcClient client;

    private RoomsDatabase() {}

    /** The database itself, for a test that brings an engine of its own. */
    public static synchronized DataSource source() {
        if (source == null) {
            source = pooled(migrated());
        }
        return source;
    }

    /** A community HZ-AS with one matter of this number, and nothing else about it. */
    public static synchronized JdbcClient withMatter(String matterNo) {
        if (client == null) {
            client = JdbcClient.create(source());
            client.sql("insert into community (code, name, subdistrict) values ('HZ-AS', '爱山社区', '爱山街道')")
                    .update();
        }
        client.sql("""
                        insert into matter (matter_no, community_code, title, description, location, channel,
                          proposer_name, receipt, step, status, opened_at, opened_by)
                        values (:no, 'HZ-AS', '垃圾投放点', '异味', '东门', 'WINDOW', '沈巧云', :no, 'S4', 'OPEN', now(), 'clerk')""").param("no", matterNo).update();
        return client;
    }

    /** A new connection for each statement would cost more than the statements. */
    private static DataSource pooled(EmbeddedPostgres server) {
        var pool = new HikariDataSource();
        pool.setDataSource(server.getPostgresDatabase());
        pool.setMaximumPoolSize(60);
        pool.setMinimumIdle(1);
        return pool;
    }

    private static EmbeddedPostgres migrated() {
        try {
            var server = EmbeddedPostgres.builder().start();
            Flyway.configure()
                    .dataSource(server.getPostgresDatabase())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
