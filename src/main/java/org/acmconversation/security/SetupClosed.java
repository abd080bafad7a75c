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
 * Closes CVE-2026-77226: the first-run set-up of the web applications makes an administrator of anyone as long as the
 * database has none, which is always so where users come from elsewhere. Nobody is ever made that way here, in no
 * profile: local accounts are made when the service starts.
 */
@Configuration(proxyBeanMethods = false)
class SetupClosed {

    private static final String ADMIN_API = "/camunda/api/admin";

    /** Before everything, whoever asks. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> setupClosedFilter() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new NotFound());
        registration.addUrlPatterns(ADMIN_API + "/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Looks at the path as the container reads it: decoded, normalized and without matrix parameters. */
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
