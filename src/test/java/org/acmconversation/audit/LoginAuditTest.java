package org.acmconversation.audit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Frequent clients are recorded only from time to time. */
class LoginAuditTest {

    private final AuditTrail trail = mock(AuditTrail.class);
    private final AtomicLong nanos = new AtomicLong();
    private final LoginAudit audit = new LoginAudit(trail, nanos::get);
    private final Authentication client = new TestingAuthenticationToken("crm", "token");

    @BeforeEach
    void startRequestWithCredentials() {
        var request = new MockHttpServletRequest();
        request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer token");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void endRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void recordsRepeatedBadTokensOnceAMinute() {
        for (int second = 0; second < 180; second++) {
            audit.failed(new AuthenticationFailureBadCredentialsEvent(client, new BadCredentialsException("")));
            pass(Duration.ofSeconds(1));
        }

        verify(trail, times(3)).record(eq("unknown"), eq("login.fail"), any(), any(), any());
    }

    @Test
    void recordsAClientOnceAndAgainAfterSilence() {
        for (int minute = 0; minute < 60; minute++) {
            audit.clientLoggedIn(new AuthenticationSuccessEvent(client));
            pass(Duration.ofMinutes(1));
        }
        verify(trail, times(1)).record(eq("crm"), eq("login.succeed"), any(), any(), any());

        pass(Duration.ofMinutes(30));
        audit.clientLoggedIn(new AuthenticationSuccessEvent(client));

        verify(trail, times(2)).record(eq("crm"), eq("login.succeed"), any(), any(), any());
    }

    @Test
    void recordsAClientWithTheNextRequestIfTheDatabaseWasAway() {
        doThrow(new CannotGetJdbcConnectionException("The database is down"))
                .doNothing()
                .when(trail)
                .record(any(), any(), any(), any(), any());

        assertThatExceptionOfType(CannotGetJdbcConnectionException.class)
                .isThrownBy(() -> audit.clientLoggedIn(new AuthenticationSuccessEvent(client)));
        audit.clientLoggedIn(new AuthenticationSuccessEvent(client));
        audit.clientLoggedIn(new AuthenticationSuccessEvent(client));

        verify(trail, times(2)).record(eq("crm"), eq("login.succeed"), any(), any(), any());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
