package org.qibu.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the one clock. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }
}
