package org.acmconversation.ftop.http;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Shows operators the circuit breaker's state. Always up, since the service works without FTOP and engagements wait.
 */
@Component
@ConditionalOnProperty(name = "acm.ftop.adapter", havingValue = "http")
class FtopHealthIndicator implements HealthIndicator {

    private final CallGuard guard;

    FtopHealthIndicator(CallGuard guard) {
        this.guard = guard;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up().withDetail("circuit", guard.state());
        float failureRate = guard.failureRate();
        return failureRate < 0
                ? health.build()
                : health.withDetail("failureRate", failureRate).build();
    }
}
