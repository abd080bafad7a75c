package org.acmconversation.idempotency;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the API keeps data about past requests.
 *
 * @param idempotentAnswers how long the response for an {@code Idempotency-Key} is kept after its last use
 */
@Validated
@ConfigurationProperties("acm.retention")
record RetentionProperties(@NotNull @DefaultValue("24h") Duration idempotentAnswers) {

    private static final Duration SHORTEST = Duration.ofMinutes(5);

    RetentionProperties {
        if (idempotentAnswers.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "acm.retention.idempotent-answers is %s: use a duration of at least 5m, such as 24h"
                            .formatted(idempotentAnswers));
        }
    }
}
