package org.acmconversation.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.RequestContextListener;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Records logins, failed logins and logouts. A client that authenticates with each request is recorded once, and again
 * after a period of silence or from another address.
 */
@Component
class LoginAudit {

    /** The same as the session timeout. */
    private static final Duration CLIENT_SILENCE = Duration.ofMinutes(30);

    /** A client with an expired token keeps retrying; record it once a minute. */
    private static final Duration BETWEEN_BAD_TOKENS = Duration.ofMinutes(1);

    private static final int REMEMBERED = 10_000;

    /** The actor of a failed login, whose name is unverified. */
    private static final String UNKNOWN = "unknown";

    private final AuditTrail trail;

    private final Cache<List<String>, Boolean> clients;
    private final Cache<String, Boolean> badTokens;

    @Autowired
    LoginAudit(AuditTrail trail) {
        this(trail, Ticker.systemTicker());
    }

    LoginAudit(AuditTrail trail, Ticker ticker) {
        this.trail = trail;
        this.clients = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterAccess(CLIENT_SILENCE)
                .maximumSize(REMEMBERED)
                .build();
        this.badTokens = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(BETWEEN_BAD_TOKENS)
                .maximumSize(REMEMBERED)
                .build();
    }

    /** Makes the request available to listeners of login events, which security filters publish. */
    @Bean
    static RequestContextListener requestContextListener() {
        return new RequestContextListener();
    }

    @EventListener
    void personLoggedIn(InteractiveAuthenticationSuccessEvent event) {
        record(event.getAuthentication().getName(), "login.succeed", "browser");
    }

    @EventListener
    void clientLoggedIn(AuthenticationSuccessEvent event) {
        String name = event.getAuthentication().getName();
        if (sendsCredentials()) {
            recordFirst(clients, List.of(name, address()), name, "login.succeed", "client");
        }
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        Authentication attempt = event.getAuthentication();
        String reason = reason(event.getException());
        if (attempt instanceof UsernamePasswordAuthenticationToken) {
            record(attempt.getName(), "login.fail", reason);
        } else {
            // The principal of a failed token is the token itself: do not store it.
            recordFirst(badTokens, address(), UNKNOWN, "login.fail", reason);
        }
    }

    @EventListener
    void loggedOut(LogoutSuccessEvent event) {
        record(event.getAuthentication().getName(), "login.end", "browser");
    }

    /** {@code BadCredentialsException} becomes {@code bad-credentials}. */
    private static String reason(AuthenticationException failure) {
        String name = failure.getClass().getSimpleName().replaceFirst("Exception$", "");
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private void record(String actor, String action, String how) {
        trail.record(actor, action, null, null, Map.of("how", how));
    }

    /**
     * Does not overwrite an existing key, which would postpone its expiry: a client that keeps retrying is recorded
     * again. What could not be recorded is recorded with the next request.
     */
    private <K> void recordFirst(Cache<K, Boolean> seen, K key, String actor, String action, String how) {
        if (seen.asMap().putIfAbsent(key, true) != null) {
            return;
        }
        try {
            record(actor, action, how);
        } catch (RuntimeException e) {
            seen.invalidate(key);
            throw e;
        }
    }

    private static boolean sendsCredentials() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "";
    }
}
