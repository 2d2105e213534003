package org.qibu.engine.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.glassfish.jersey.servlet.ServletContainer;
import org.glassfish.jersey.servlet.ServletProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Places the one login and the allow-list in front of the engine, and a nonce of its own into each page of the web apps. */
@Configuration(proxyBeanMethods = false)
class WebAppLogin {

    private static final int AFTER_SECURITY = 201;

    @Bean
    FilterRegistrationBean<WebAppIdentity> webAppLoginFilter(ObjectProvider<ProcessEngine> engine) {
        var filter = new FilterRegistrationBean<>(new WebAppIdentity(engine));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }

    /** After the login, so that it knows who asks, and before everything of the engine's. */
    @Bean
    FilterRegistrationBean<AllowList> allowListFilter() {
        var filter = new FilterRegistrationBean<>(new AllowList());
        filter.addUrlPatterns(AllowedRequests.REST, AllowedRequests.REST + "/*", "/camunda/api", "/camunda/api/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    /**
     * Takes the places of the servlet and of the login filter the starter would register under these names. That filter would
     * let the web apps believe what their session says.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ServletContextInitializer webAppRest() {
        return context -> {
            var servlet = context.addServlet("Engine Api", ServletContainer.class);
            servlet.addMapping("/camunda/api/engine/*");
            servlet.setInitParameter(ServletProperties.JAXRS_APPLICATION_CLASS, WebAppRest.class.getName());
            context.addFilter(
                    "Authentication Filter", (Filter) (request, response, chain) -> chain.doFilter(request, response));
        };
    }

    @Bean
    FilterRegistrationBean<PageNonce> pageNonceFilter() {
        var filter = new FilterRegistrationBean<>(new PageNonce());
        filter.addUrlPatterns("/camunda/app/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        filter.setOrder(AFTER_SECURITY - 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<SecureCookies> secureCookiesFilter() {
        var filter = new FilterRegistrationBean<>(new SecureCookies());
        filter.addUrlPatterns("/camunda/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        filter.setOrder(AFTER_SECURITY - 2);
        return filter;
    }
}
