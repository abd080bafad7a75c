package org.acmconversation.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.RequestMatcherDelegatingAccessDeniedHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RegexRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Configures the filter chains. Requests that no rule allows are denied. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String LOGIN_PAGE = "/login";

    private static final String UNSUBSCRIBE = "/notifications/unsubscribe/*";

    private final LoginMethod login;
    private final LoginRequestCache requestCache;
    private final boolean areUsersOurs;

    /** @param chosen bound first, because its message says what to set if no login is selected */
    SecurityConfiguration(LoginProperties chosen, LoginMethod login, LoginRequestCache requestCache) {
        this.login = login;
        this.requestCache = requestCache;
        this.areUsersOurs = chosen.login() == LoginProperties.Method.LOCAL;
    }

    /** Path patterns that do not depend on a servlet, so that access can be checked without a request. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** Disables the observation of every filter in every request, which nobody uses. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * The APIs. Most clients send credentials with each request and get no session. The API documentation page uses the
     * session of whoever opened it and needs a CSRF token.
     */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ProblemResponses problems, ApiEndpoints apiEndpoints) throws Exception {
        login.configureApi(http);
        return http.securityMatcher(below("/api", "/engine-rest", "/modeler"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(below("/engine-rest"))
                        .access(engineRules())
                        .requestMatchers(below("/modeler"))
                        .access(ModelerEndpoints.RULES)
                        .requestMatchers(below("/api"))
                        .access(apiEndpoints))
                .exceptionHandling(failures -> failures.accessDeniedHandler(problems))
                .requestCache(RequestCacheConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie())
                        .csrfTokenRequestHandler(csrfHandler())
                        .requireCsrfProtectionMatcher(new AndRequestMatcher(
                                CsrfFilter.DEFAULT_CSRF_MATCHER, SecurityConfiguration::usesSession)))
                .build();
    }

    /** Tasklist, Cockpit and Admin, which have their own CSRF token and content security policy. */
    @Bean
    @Order(2)
    SecurityFilterChain webapps(HttpSecurity http, ProblemResponses problems) throws Exception {
        login.configureWebapps(http);
        EndpointRules rules = webappRules();
        return http.securityMatcher(below("/camunda"))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(rules))
                .requestCache(cache -> cache.requestCache(requestCache))
                // Scripts get a problem document, whatever they accept; only navigations are redirected or get a page.
                .exceptionHandling(failures -> failures.accessDeniedHandler(
                                new RequestMatcherDelegatingAccessDeniedHandler(
                                        new LinkedHashMap<>(Map.of(below("/camunda/api"), problems)),
                                        new NotFoundAccessDeniedHandler(rules)))
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), below("/camunda/api"))
                        .defaultAuthenticationEntryPointFor(new LoginRedirect(), AnyRequestMatcher.INSTANCE))
                // Also ends the session of all other applications.
                .logout(logout -> logout.logoutRequestMatcher(
                        RegexRequestMatcher.regexMatcher(HttpMethod.POST, "/camunda/api/admin/auth/user/[^/]+/logout")))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .build();
    }

    private EndpointRules engineRules() {
        var rules = new EndpointRules();
        EngineEndpoints.addTo(rules, areUsersOurs, "/engine-rest", "/engine-rest/engine/default");
        return rules;
    }

    private EndpointRules webappRules() {
        var rules = new EndpointRules();
        WebappEndpoints.addTo(rules);
        EngineEndpoints.addTo(rules, areUsersOurs, "/camunda/api/engine/engine/default");
        return rules;
    }

    /** Our own pages, including the login and the API documentation. */
    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, KeptForms keptForms) throws Exception {
        login.configurePages(http);
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(LOGIN_PAGE, "/assets/**", "/outage.css", "/favicon.ico")
                                .permitAll()
                                // The address is the secret.
                                .requestMatchers(HttpMethod.GET, "/calendar/*.ics")
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, "/calendar/*.ics")
                                .permitAll()
                                .requestMatchers(UNSUBSCRIBE)
                                .permitAll()
                                .anyRequest()
                                .access(PageEndpoints.RULES))
                .requestCache(cache -> cache.requestCache(requestCache))
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                                new LoginRedirect(), new NavigationRequestMatcher())
                        .defaultAuthenticationEntryPointFor(keptForms, KeptForms::isSentByPage)
                        .accessDeniedHandler(keptForms))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie())
                        .csrfTokenRequestHandler(csrfHandler())
                        // Mail clients have no token, and the address is the secret.
                        .ignoringRequestMatchers(UNSUBSCRIBE))
                .headers(headers -> {
                    PagePolicy.headers(below("/swagger-ui", "/swagger-ui\\.html"))
                            .forEach(headers::addHeaderWriter);
                    headers.referrerPolicy(
                            policy -> policy.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN));
                })
                .build();
    }

    /** Sends the CSRF cookie with the first response, because static pages never request the token themselves. */
    private static CsrfTokenRequestAttributeHandler csrfHandler() {
        var handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    /** Requests without a session need no CSRF protection. */
    private static boolean usesSession(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null && request.getSession(false) != null;
    }

    /** Uses another cookie name than the web applications. */
    private static CookieCsrfTokenRepository csrfCookie() {
        var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieName("ACM-XSRF-TOKEN");
        repository.setCookiePath("/");
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return repository;
    }

    /**
     * Matches paths and everything below them. Spring's path patterns match only within a servlet, and the engine's
     * REST API and the web applications are separate servlets.
     */
    private static RequestMatcher below(String... paths) {
        return RegexRequestMatcher.regexMatcher("(%s)([/?].*)?".formatted(String.join("|", paths)));
    }
}
