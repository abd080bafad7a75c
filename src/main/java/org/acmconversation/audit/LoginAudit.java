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
 * Notes who logged in, failed to, or logged out. Clients that send their credentials with each request are noted when
 * they come, and again only after they have been away for a while or come from elsewhere.
 */
@Component
class LoginAudit {

    /** As long as a session without use. */
    private static final Duration A_WHILE = Duration.ofMinutes(30);

    /** A client whose token has expired tries on; once a minute says so well enough. */
    private static final Duration BETWEEN_BAD_TOKENS = Duration.ofMinutes(1);

    private static final int REMEMBERED = 10_000;

    /** Who failed has given no name that anyone vouches for. */
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
                .expireAfterAccess(A_WHILE)
                .maximumSize(REMEMBERED)
                .build();
        this.badTokens = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(BETWEEN_BAD_TOKENS)
                .maximumSize(REMEMBERED)
                .build();
    }

    /** Who asks is to be known before the security filters, which tell of logins. */
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
        if (sendsCredentials() && isFirst(clients, List.of(name, address()))) {
            record(name, "login.succeed", "client");
        }
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        Authentication attempt = event.getAuthentication();
        String reason = reason(event.getException());
        if (attempt instanceof UsernamePasswordAuthenticationToken) {
            record(attempt.getName(), "login.fail", reason);
        } else if (isFirst(badTokens, address())) {
            // What a token calls itself is the token: nothing to keep.
            record(UNKNOWN, "login.fail", reason);
        }
    }

    @EventListener
    void loggedOut(LogoutSuccessEvent event) {
        record(event.getAuthentication().getName(), "login.end", "browser");
    }

    /** {@code BadCredentialsException} is {@code bad-credentials}. */
    private static String reason(AuthenticationException failure) {
        String name = failure.getClass().getSimpleName().replaceFirst("Exception$", "");
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private void record(String actor, String action, String how) {
        trail.record(actor, action, null, null, Map.of("how", how));
    }

    /** Without another write, which would put off when the key is forgotten: who goes on trying is noted again. */
    private static <K> boolean isFirst(Cache<K, Boolean> seen, K key) {
        return seen.asMap().putIfAbsent(key, true) == null;
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
