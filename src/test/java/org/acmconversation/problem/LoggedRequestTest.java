package org.acmconversation.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Requests in the log. */
class LoggedRequestTest {

    @ParameterizedTest
    @CsvSource({
        "/api/engagements, GET /api/engagements",
        "/calendar/aB3-secret.ics, GET /calendar/***",
        "/acm/calendar/aB3-secret.ics, GET /acm/calendar/***",
        "/notifications/unsubscribe/aB3-secret, GET /notifications/unsubscribe/***",
        "/me/notifications, GET /me/notifications"
    })
    void omitsSecretsInPaths(String path, String logged) {
        assertThat(LoggedRequest.of(new MockHttpServletRequest("GET", path))).isEqualTo(logged);
    }
}
