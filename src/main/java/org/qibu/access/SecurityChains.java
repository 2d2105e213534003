package org.qibu.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.qibu.access.http.FormTokens;
import org.qibu.access.http.Headers;
import org.qibu.access.http.RelativeRedirects;
import org.qibu.access.login.AccountCheck;
import org.qibu.access.login.LoginFailures;
import org.qibu.access.login.LoginLife;
import org.qibu.access.session.SessionLimit;
import org.qibu.engine.identity.ActingAs;
import org.qibu.engine.identity.CurrentAccounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Three doors: programs with a password each time, the engine's web apps with their own CSRF token, and our pages with
 * ours. One login serves the second and the third.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final String PAGES =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self';"
                    + " form-action 'self'; frame-ancestors 'self'; base-uri 'none'";
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher STAFF = PATHS.matcher("/staff/**");
    private static final RequestMatcher API =
            new OrRequestMatcher(PATHS.matcher("/api/**"), PATHS.matcher("/v3/api-docs"));
    private static final RequestMatcher STAFF_PAGES = new OrRequestMatcher(STAFF, PATHS.matcher("/desk/**"));
    private static final RequestMatcher WEB_APPS = new OrRequestMatcher(
            PATHS.matcher("/camunda"),
            PATHS.matcher("/camunda/"),
            PATHS.matcher("/camunda/app/*"),
            PATHS.matcher("/camunda/app/*/"),
            PATHS.matcher("/camunda/app/*/*/"));
    /** What residents write without a login; each has an address beside it that shows what was written once more. */
    private static final RequestMatcher WRITTEN = new OrRequestMatcher(
            PATHS.matcher(HttpMethod.POST, "/issues/new"),
            PATHS.matcher(HttpMethod.POST, "/matters/*/acts/*"),
            PATHS.matcher(HttpMethod.POST, "/notices/*/objections"));

    /** What a watchdog asks: whether the node lives and whether it is ready, and nothing of what it is. */
    private static final String[] HEALTH = {
        "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"
    };

    private static final RequestMatcher ACTUATOR = PATHS.matcher("/actuator/**");
    /** Who may see figures and versions of the installation. */
    private static final String OPERATORS = "camunda-admin";

    private static final String[] PUBLIC_WRITES = {
        "/api/issues",
        "/api/matters/*/replies",
        "/api/matters/*/recheck",
        "/api/matters/*/withdraw",
        "/api/matters/*/revive",
        "/api/matters/*/objections"
    };

    private static final String ANSWERS = "default-src 'none'; frame-ancestors 'none'";

    private final EngineIdentity engineIdentity;
    private final AccountCheck accountCheck;
    private final SessionLimit sessionLimit;
    private final FormTokens formTokens = new FormTokens();

    SecurityChains(
            CurrentAccounts accounts,
            ActingAs actingAs,
            @Value("${qibu.session.longest:10h}") Duration longestSession) {
        this.engineIdentity = new EngineIdentity(actingAs);
        this.accountCheck = new AccountCheck(accounts);
        this.sessionLimit = new SessionLimit(longestSession, LoginLife.Time.ofThisNode());
    }

    /** Programs: Basic with each request, no session, hence nothing a foreign page could ride on. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        RequestMatcher engine = PATHS.matcher("/engine-rest/**");
        return http.securityMatcher(request -> engine.matches(request)
                        || (API.matches(request) || ACTUATOR.matches(request))
                                && hasPassword(request.getHeader(HttpHeaders.AUTHORIZATION)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HEALTH)
                        .permitAll()
                        .requestMatchers(ACTUATOR)
                        .hasRole(OPERATORS)
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.realmName("Qibu").authenticationEntryPoint(LoginFailures::ofProgram))
                .headers(headers -> {
                    Headers.common(headers);
                    headers.contentSecurityPolicy(policy -> policy.policyDirectives(ANSWERS));
                })
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(engineIdentity, ExceptionTranslationFilter.class)
                .build();
    }

    /**
     * A program that forgot its password hears so, although the missing token of a page is noticed first; a resident whose
     * form lay too long finds it again with all that was written.
     */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var isByNobody = SecurityContextHolder.getContext().getAuthentication() == null;
        if (denied instanceof CsrfException && WRITTEN.matches(request)) {
            var path =
                    request.getRequestURI().substring(request.getContextPath().length());
            request.getRequestDispatcher(path + "/again").forward(request, response);
        } else if (API.matches(request) && isByNobody) {
            LoginFailures.ofScript(request, response, null);
        } else if (STAFF.matches(request) && isByNobody) {
            response.sendRedirect(request.getContextPath() + RelativeRedirects.loginPage("/login", request));
        } else {
            new AccessDeniedHandlerImpl().handle(request, response, denied);
        }
    }

    private static boolean hasPassword(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
    }

    /** The engine's web apps: their own CSRF filter stays on; whoever is not logged in comes to our login page. */
    @Bean
    @Order(2)
    SecurityFilterChain webApps(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATHS.matcher("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> {
                    Headers.common(headers);
                    headers.frameOptions(frames -> frames.sameOrigin())
                            .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                            .addHeaderWriter(Headers::ofWebApps);
                })
                .requestCache(cache -> cache.requestCache(placesToReturnTo(WEB_APPS)))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), PATHS.matcher("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                RelativeRedirects.toLogin("/login"), PATHS.matcher("/camunda/**")))
                .logout(logout -> logout.logoutRequestMatcher(
                                PATHS.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                        .addLogoutHandler(forgetting())
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .addFilterAfter(sessionLimit, SecurityContextHolderFilter.class)
                .addFilterAfter(accountCheck, SessionLimit.class)
                .addFilterAfter(engineIdentity, ExceptionTranslationFilter.class)
                .build();
    }

    /**
     * After the login people return to the page they wanted, never to an address that pages and apps ask by themselves.
     * Only the former are kept in a session: programs without a login leave none behind.
     */
    private static RequestCache placesToReturnTo(RequestMatcher places) {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(
                request -> HttpMethod.GET.matches(request.getMethod()) && request.getHeader("X-Requested-With") == null,
                places));
        return cache;
    }

    /** The demonstration inbox shows mails, which carry their styles inside. */
    @Bean
    @Order(3)
    SecurityFilterChain inboxPages(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATHS.matcher("/inbox/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens))
                .headers(headers -> {
                    Headers.common(headers);
                    headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                                    PAGES.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")))
                            .frameOptions(frames -> frames.sameOrigin());
                })
                .addFilterAfter(accountCheck, SecurityContextHolderFilter.class)
                .addFilterAfter(engineIdentity, ExceptionTranslationFilter.class)
                .build();
    }

    /** Residents prove themselves by what they send; a session that would count as staff needs its token. */
    private static boolean isByNobodyKnown(HttpServletRequest request) {
        var login = SecurityContextHolder.getContext().getAuthentication();
        var isAnonymous = login == null || login instanceof AnonymousAuthenticationToken;
        return PATHS.matcher(PUBLIC_WRITES[0]).matches(request)
                || isAnonymous
                        && Stream.of(PUBLIC_WRITES)
                                .anyMatch(path -> PATHS.matcher(path).matches(request));
    }

    /** Our pages, and the API as our pages call it. */
    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(STAFF_PAGES)
                        .authenticated()
                        .requestMatchers("/inbox/**", "/api/demo/inbox/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, PUBLIC_WRITES)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/matters/*", "/api/notices", "/api/polls/*/result")
                        .permitAll()
                        .requestMatchers("/camunda-welcome/**")
                        .denyAll()
                        .requestMatchers("/api/**", "/v3/api-docs")
                        .authenticated()
                        .requestMatchers(HEALTH)
                        .permitAll()
                        .requestMatchers(ACTUATOR)
                        .hasRole(OPERATORS)
                        .anyRequest()
                        .permitAll())
                .csrf(csrf ->
                        csrf.csrfTokenRepository(formTokens).ignoringRequestMatchers(SecurityChains::isByNobodyKnown))
                .headers(headers -> {
                    Headers.common(headers);
                    headers.contentSecurityPolicy(policy -> policy.policyDirectives(PAGES))
                            .frameOptions(frames -> frames.sameOrigin());
                })
                .formLogin(login -> login.loginPage("/login")
                        .successHandler(RelativeRedirects.afterLogin("/staff/matters"))
                        .failureHandler(LoginFailures::ofPage)
                        .permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?logout")
                        .addLogoutHandler(forgetting())
                        .permitAll())
                .requestCache(cache -> cache.requestCache(placesToReturnTo(STAFF_PAGES)))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                LoginFailures::ofScript, new OrRequestMatcher(API, ACTUATOR))
                        .defaultAuthenticationEntryPointFor(RelativeRedirects.toLogin("/login"), request -> true)
                        .accessDeniedHandler(SecurityChains::refuse))
                .addFilterAfter(sessionLimit, SecurityContextHolderFilter.class)
                .addFilterAfter(accountCheck, SessionLimit.class)
                .addFilterAfter(engineIdentity, ExceptionTranslationFilter.class)
                .build();
    }

    /** At the end of a session the browser throws away what pages had put into its store. */
    private static LogoutHandler forgetting() {
        return new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.STORAGE));
    }
}
