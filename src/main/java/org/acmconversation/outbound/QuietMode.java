package org.acmconversation.outbound;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/**
 * Suppresses all calls to other systems ({@code acm.quiet}), for a node on a copy of a database. Work that needs a call
 * waits, as it does while the other system is down. The login provider is still called. The bean's name is that of the
 * health indicator, which readiness includes.
 */
@Component("quiet")
public class QuietMode implements HealthIndicator, InfoContributor {

    private static final Logger log = LoggerFactory.getLogger(QuietMode.class);

    private final boolean on;

    @Autowired
    QuietMode(QuietProperties properties, MeterRegistry meters) {
        this(Boolean.TRUE.equals(properties.quiet()));
        Gauge.builder("acm.quiet", this, quiet -> quiet.on ? 1 : 0)
                .description("1 if this node calls no other system")
                .register(meters);
        if (on) {
            log.warn(
                    "This node is quiet: it calls neither FTOP nor the webhook's receiver, and sends neither mail nor cards to Teams (acm.quiet)");
        }
    }

    /** Without metric and log line, for tests. */
    public QuietMode(boolean on) {
        this.on = on;
    }

    /** Whether other systems must not be called. */
    public boolean isOn() {
        return on;
    }

    /** Always up: a quiet node serves people. */
    @Override
    public Health health() {
        return Health.up().withDetail("on", on).build();
    }

    @Override
    public void contribute(Info.Builder info) {
        info.withDetail("quiet", on);
    }
}
