package org.qibu.access.http;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Places {@link PlainPaths} before everything that looks at an address. */
@Configuration(proxyBeanMethods = false)
class AddressRules {

    /** After the encoding of characters is set and whoever answers for an outage. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 20;

    @Bean
    FilterRegistrationBean<PlainPaths> plainPathsFilter() {
        var filter = new FilterRegistrationBean<>(new PlainPaths());
        filter.addUrlPatterns("/*");
        filter.setOrder(FIRST);
        return filter;
    }
}
