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
 * Runs Spring's firewall before everything else: Spring Security parses the path before it calls the firewall, and
 * fails on an ambiguous path to the engine's REST API. Headers are checked by the same rules as by default, but without
 * a regular expression: they are checked each time they are read, and tokens are long.
 */
@Configuration(proxyBeanMethods = false)
class FirewallFilter {

    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(name -> isAllowed(name, false));
        firewall.setAllowedHeaderValues(value -> isAllowed(value, true));
        return firewall;
    }

    static boolean isAllowed(String header, boolean withTabs) {
        for (int i = 0; i < header.length(); ) {
            int character = header.codePointAt(i);
            boolean isPlain = character >= ' ' && character <= '~';
            boolean isText = isPlain || Character.isDefined(character) && !Character.isISOControl(character);
            if (!isText && !(withTabs && character == '\t')) {
                return false;
            }
            i += Character.charCount(character);
        }
        return true;
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> firewallFirstFilter(
            StrictHttpFirewall firewall, RejectedRequests rejected) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Firewall(firewall, rejected));
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    private static class Firewall extends OncePerRequestFilter {

        private final StrictHttpFirewall firewall;
        private final RejectedRequests rejected;

        Firewall(StrictHttpFirewall firewall, RejectedRequests rejected) {
            this.firewall = firewall;
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
