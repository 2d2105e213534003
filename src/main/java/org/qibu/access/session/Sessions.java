package org.qibu.access.session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Login sessions in PostgreSQL: a web app's first requests arrive together and write the same attribute; the last one stays. */
@Configuration(proxyBeanMethods = false)
class Sessions {

    @Bean
    static SessionsOnFullDisk sessionsOnFullDisk() {
        return new SessionsOnFullDisk();
    }

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sameAttributeTwice() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
