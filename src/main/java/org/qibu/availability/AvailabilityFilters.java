package org.qibu.availability;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters of this room, in their order. */
@Configuration(proxyBeanMethods = false)
class AvailabilityFilters {

    @Bean
    FilterRegistrationBean<OutageFilter> outageFilter(DatabaseWatch watch) {
        var registration = new FilterRegistrationBean<>(new OutageFilter(watch));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
