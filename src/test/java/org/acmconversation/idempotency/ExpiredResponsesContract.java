package org.acmconversation.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.acmconversation.engagement.Customer;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.EngagementExistsException;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Segment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long the first response to an {@code Idempotency-Key} is repeated. */
abstract class ExpiredResponsesContract {

    @Autowired
    IdempotentRequests requests;

    @Autowired
    ExpiredResponses expired;

    @Autowired
    Engagements engagements;

    @Autowired
    JdbcTemplate jdbc;

    private final String key = UUID.randomUUID().toString();
    private final NewEngagement request = new NewEngagement(
            key,
            new Customer("Contoso", null),
            Segment.SMB,
            5,
            List.of("EDGE"),
            List.of(Initiative.RFA),
            new EntryCriteria(false, true, true, false));

    @Test
    void requestsExtendTheRetentionOfAResponse() {
        URI first = start();
        usedHoursAgo(25);

        assertThat(start()).isEqualTo(first);
        expired.delete();

        assertThat(start()).isEqualTo(first);
    }

    @Test
    void deletesResponsesNotRequestedWithinTheRetention() {
        start();
        usedHoursAgo(25);

        expired.delete();

        assertThatExceptionOfType(EngagementExistsException.class).isThrownBy(this::start);
    }

    @Test
    void keepsResponsesUntilTheRetentionHasPassed() {
        URI first = start();
        usedHoursAgo(23);

        expired.delete();

        assertThat(start()).isEqualTo(first);
    }

    private URI start() {
        return requests.handleOnce(IdempotencyKey.of(key), request, "/api/engagements", null, this::startAnother)
                .getHeaders()
                .getLocation();
    }

    private ResponseEntity<?> startAnother() {
        Engagement engagement = engagements.start(request);
        return ResponseEntity.created(URI.create("/api/engagements/" + engagement.id()))
                .body(engagement);
    }

    private void usedHoursAgo(int hours) {
        jdbc.update(
                "update idempotent_answer set used_at = used_at - interval '%d' hour where request_key = ?"
                        .formatted(hours),
                key);
    }
}
