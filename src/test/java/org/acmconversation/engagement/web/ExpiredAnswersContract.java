package org.acmconversation.engagement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.acmconversation.engagement.Customer;
import org.acmconversation.engagement.EngagementExistsException;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Segment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long the first answer to an {@code Idempotency-Key} is given again. */
abstract class ExpiredAnswersContract {

    @Autowired
    IdempotentAnswers answers;

    @Autowired
    ExpiredAnswers expired;

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
    void anAnswerOutlivesTheRetentionForAsLongAsItIsAskedFor() {
        UUID first = start();
        usedHoursAgo(25);

        assertThat(start()).isEqualTo(first);
        expired.remove();

        assertThat(start()).isEqualTo(first);
    }

    @Test
    void anAnswerThatNobodyAskedForWithinTheRetentionIsRemoved() {
        start();
        usedHoursAgo(25);

        expired.remove();

        assertThatExceptionOfType(EngagementExistsException.class).isThrownBy(this::start);
    }

    @Test
    void anAnswerIsKeptUntilTheRetentionIsOver() {
        UUID first = start();
        usedHoursAgo(23);

        expired.remove();

        assertThat(start()).isEqualTo(first);
    }

    private UUID start() {
        return answers.answerOnce(
                        IdempotencyKey.of(key),
                        request,
                        () -> new EngagementResource(engagements.start(request), List.of(), List.of()))
                .engagementId();
    }

    private void usedHoursAgo(int hours) {
        jdbc.update(
                "update idempotent_answer set used_at = used_at - interval '%d' hour where request_key = ?"
                        .formatted(hours),
                key);
    }
}
