package org.acmconversation.security;

import static org.acmconversation.security.Role.ADMINISTRATOR;
import static org.acmconversation.security.Role.ENGINEER;
import static org.acmconversation.security.Role.MANAGER;
import static org.acmconversation.security.Role.READY_PARTNER;
import static org.acmconversation.security.Role.SERVICE_ACCOUNT;

import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.util.matcher.RegexRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What every request has to pass. What no rule lists is denied. */
@Configuration
class SecurityConfiguration {

    private static final int AFTER_SPRING_SECURITY = 0;

    /**
     * Clients that send their credentials with each request: no session, so nothing that another site could ride on.
     */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ProblemResponses problems) throws Exception {
        String[] readers = Role.groups(MANAGER, ENGINEER, READY_PARTNER, SERVICE_ACCOUNT, ADMINISTRATOR);
        String[] starters = Role.groups(MANAGER, SERVICE_ACCOUNT, ADMINISTRATOR);
        String[] changers = Role.groups(MANAGER, ADMINISTRATOR);
        return http.securityMatcher(below("/api", "/engine-rest"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/api/engagements")
                        .hasAnyAuthority(starters)
                        .requestMatchers(HttpMethod.POST, "/api/engagements/import")
                        .hasAnyAuthority(starters)
                        .requestMatchers(HttpMethod.POST, "/api/engagements/*/withdrawal")
                        .hasAnyAuthority(changers)
                        .requestMatchers(HttpMethod.PATCH, "/api/engagements/*")
                        .hasAnyAuthority(changers)
                        .requestMatchers(HttpMethod.GET, "/api/engagements/**")
                        .hasAnyAuthority(readers)
                        .requestMatchers(below("/api", "/engine-rest"))
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** People with a browser: they log in once for the web applications and the page of the API. */
    @Bean
    @Order(2)
    SecurityFilterChain browser(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/login", "/login.css", "/favicon.ico")
                                .permitAll()
                                .requestMatchers("/", "/swagger-ui.html", "/swagger-ui/**", "/v3/api-docs/**", "/error")
                                .authenticated()
                                .requestMatchers(below("/camunda"))
                                .authenticated()
                                .anyRequest()
                                .denyAll())
                .formLogin(login -> login.loginPage("/login"))
                .httpBasic(Customizer.withDefaults())
                // Logging out of a web application is logging out.
                .logout(logout -> logout.logoutRequestMatcher(RegexRequestMatcher.regexMatcher(
                                HttpMethod.POST, "/camunda/api/admin/auth/user/[^/]+/logout"))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                // The web applications protect their calls with a token of their own.
                .csrf(csrf -> csrf.ignoringRequestMatchers(below("/camunda")))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .build();
    }

    /**
     * Paths and all below them. Spring's own path patterns see only what comes after the prefix of a servlet, and the
     * engine's REST API and the web applications are servlets of their own.
     */
    private static RequestMatcher below(String... paths) {
        return RegexRequestMatcher.regexMatcher("(%s)([/?].*)?".formatted(String.join("|", paths)));
    }

    /** The engine's REST API works as the user whom Spring Security let in. */
    @Bean
    FilterRegistrationBean<EngineUserFilter> engineRestUser(IdentityService identityService) {
        var registration = new FilterRegistrationBean<>(new EngineUserFilter(identityService));
        registration.addUrlPatterns("/engine-rest/*");
        registration.setOrder(AFTER_SPRING_SECURITY);
        return registration;
    }

    /** So do the web applications. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappUser() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", WebappUser.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(AFTER_SPRING_SECURITY);
        return registration;
    }
}
