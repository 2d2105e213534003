package org.qibu.engine.rest;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Places the one login in front of the web apps, and a nonce of its own into each of their pages. */
@Configuration(proxyBeanMethods = false)
class WebAppLogin {

    private static final int AFTER_SECURITY = 201;

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webAppLoginFilter() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(Map.of("authentication-provider", OneLogin.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<PageNonce> pageNonceFilter() {
        var filter = new FilterRegistrationBean<>(new PageNonce());
        filter.addUrlPatterns("/camunda/app/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        filter.setOrder(AFTER_SECURITY - 1);
        return filter;
    }
}
