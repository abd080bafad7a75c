package org.acmconversation.operations.nodes;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Checks that the last heartbeat was written and that no other node has different settings. Uses the result of the last
 * heartbeat and does not query the database.
 */
@Component
class HeartbeatHealthIndicator extends AbstractHealthIndicator {

    private final Heartbeat heartbeat;

    HeartbeatHealthIndicator(Heartbeat heartbeat) {
        super("Cannot check the heartbeat");
        this.heartbeat = heartbeat;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Heartbeat.Outcome last = heartbeat.last();
        health.withDetail("age", last.age().toString());
        if (last.problem() != null) {
            health.withDetail("problem", last.problem());
            if (last.isWritten()) {
                health.outOfService();
            } else {
                health.down();
            }
        } else if (last.age().compareTo(heartbeat.life()) > 0) {
            health.down().withDetail("problem", "The heartbeat is stuck: find out what blocks the database");
        } else {
            health.up();
        }
    }
}
