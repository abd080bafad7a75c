package org.acmconversation.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Ends sessions without user activity. An open Tasklist polls every few seconds, so requests that a page sends on its
 * own do not count as activity. Runs after the session filter and before authentication.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 60)
class IdleSessions extends OncePerRequestFilter {

    /** Request header of scripts: {@code true} if no person caused the request. */
    static final String BACKGROUND = "X-Background";

    private static final String ENDED = IdleSessions.class.getName();

    /**
     * Cookie that tells the next page that the session has expired: the response that ends a session also deletes the
     * session's cookie.
     */
    private static final String ENDED_COOKIE = "ACM-SESSION-ENDED";

    private static final String LAST_ACTION = "acm.lastAction";

    /** Precision of the stored time; each update writes a row. */
    private static final Duration ACTIVITY_WRITE_INTERVAL = Duration.ofMinutes(1);

    /** Time for a page to load again after its poll was refused. */
    private static final Duration ENDED_COOKIE_AGE = Duration.ofMinutes(1);

    /** Paths that Tasklist polls without the header. */
    private static final Pattern POLLED =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/(filter/[^/]+/(list|count)|task/count)");

    private final Clock clock;

    IdleSessions(Clock clock) {
        this.clock = clock;
    }

    /** Whether the request's session has expired without a logout. */
    static boolean hadEnded(HttpServletRequest request) {
        return request.getAttribute(ENDED) != null
                || request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()
                || WebUtils.getCookie(request, ENDED_COOKIE) != null;
    }

    /** Deletes the cookie, once the person has been told. */
    static void forgetEnd(HttpServletRequest request, HttpServletResponse response) {
        rememberEnd(request, response, Duration.ZERO);
    }

    private static void rememberEnd(HttpServletRequest request, HttpServletResponse response, Duration time) {
        var ended = new Cookie(ENDED_COOKIE, "true");
        ended.setPath("/");
        ended.setMaxAge((int) time.toSeconds());
        ended.setHttpOnly(true);
        ended.setSecure(request.isSecure());
        response.addCookie(ended);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            Duration idle = Duration.between(lastAction(session), clock.instant());
            if (idle.compareTo(Duration.ofSeconds(session.getMaxInactiveInterval())) > 0) {
                session.invalidate();
                request.setAttribute(ENDED, true);
                rememberEnd(request, response, ENDED_COOKIE_AGE);
            } else if (idle.compareTo(ACTIVITY_WRITE_INTERVAL) > 0 && !isInBackground(request)) {
                session.setAttribute(LAST_ACTION, clock.millis());
            }
        }
        chain.doFilter(request, response);
    }

    private static Instant lastAction(HttpSession session) {
        return Instant.ofEpochMilli(
                session.getAttribute(LAST_ACTION) instanceof Long noted ? noted : session.getCreationTime());
    }

    private static boolean isInBackground(HttpServletRequest request) {
        String said = request.getHeader(BACKGROUND);
        return said == null ? POLLED.matcher(request.getRequestURI()).matches() : said.equals("true");
    }
}
