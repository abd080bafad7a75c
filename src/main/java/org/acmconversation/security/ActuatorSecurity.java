package org.acmconversation.security;

import jakarta.servlet.http.HttpServletRequest;
import org.acmconversation.problem.OutageFilter;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Secures the actuator on its own port: health is public, everything else requires an operator. */
@Configuration(proxyBeanMethods = false)
class ActuatorSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain actuator(HttpSecurity http, LoginMethod login, ProblemResponses problems, OutageFilter outages)
            throws Exception {
        login.configureApi(http);
        // Filters of the service's port do not run on this one.
        http.addFilterBefore(outages, DisableEncodeUrlFilter.class);
        return http.securityMatcher(ActuatorSecurity::isOnItsPort)
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .hasAnyAuthority(Role.groups(Role.OPERATOR, Role.ADMINISTRATOR))
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(failures -> failures.accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    private static boolean isOnItsPort(HttpServletRequest request) {
        var context = WebApplicationContextUtils.getWebApplicationContext(request.getServletContext());
        return WebServerApplicationContext.hasServerNamespace(context, "management");
    }
}
