package org.acmconversation.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closes CVE-2026-77226: the web applications' first-run setup makes anyone an administrator while the database has
 * none, which is always the case with external users. The setup is blocked in every profile; local accounts are created
 * when the service starts.
 */
@Configuration(proxyBeanMethods = false)
class SetupBlocker {

    private static final String ADMIN_API = "/camunda/api/admin";

    /** Runs before all other filters. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> setupBlockerFilter() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new NotFound());
        registration.addUrlPatterns(ADMIN_API + "/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Matches the path as the container parses it: decoded, normalized and without matrix parameters. */
    private static class NotFound extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
            return !path.regionMatches(true, 0, ADMIN_API + "/setup", 0, ADMIN_API.length() + "/setup".length());
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
