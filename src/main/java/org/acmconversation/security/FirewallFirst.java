package org.acmconversation.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has Spring's firewall look before anything else does: Spring Security reads the path before it asks it, and fails
 * where a path leads to the engine's REST API by a detour.
 */
@Configuration
class FirewallFirst {

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> firewallFirstFilter(RejectedRequests rejected) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Firewall(rejected));
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    private static class Firewall extends OncePerRequestFilter {

        private final StrictHttpFirewall firewall = new StrictHttpFirewall();
        private final RejectedRequests rejected;

        Firewall(RejectedRequests rejected) {
            this.rejected = rejected;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                firewall.getFirewalledRequest(request);
            } catch (RequestRejectedException e) {
                rejected.handle(request, response, e);
                return;
            }
            chain.doFilter(request, response);
        }
    }
}
