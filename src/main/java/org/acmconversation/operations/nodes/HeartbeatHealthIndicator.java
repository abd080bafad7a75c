package org.acmconversation.operations.nodes;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Whether the last heartbeat was written, and this node's settings are those of the others. Nothing is asked, so the
 * answer is as old as the heartbeat, and there at once.
 */
@Component
class HeartbeatHealthIndicator extends AbstractHealthIndicator {

    private final Heartbeat heartbeat;

    HeartbeatHealthIndicator(Heartbeat heartbeat) {
        super("The heartbeat cannot be looked at");
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
            health.down().withDetail("problem", "The database leaves the heartbeat waiting: see what holds it up");
        } else {
            health.up();
        }
    }
}
