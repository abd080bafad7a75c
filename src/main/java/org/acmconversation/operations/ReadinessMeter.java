package org.acmconversation.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether this node is ready, as the load balancer sees it. */
@Component
class ReadinessMeter {

    private final ObjectProvider<HealthEndpoint> endpoint;

    ReadinessMeter(ObjectProvider<HealthEndpoint> endpoint, MeterRegistry meters) {
        this.endpoint = endpoint;
        Gauge.builder("acm.node.ready", this, ReadinessMeter::ready)
                .description("1 if this node is ready")
                .strongReference(true)
                .register(meters);
    }

    private double ready() {
        HealthEndpoint health = endpoint.getIfAvailable();
        HealthComponent readiness = health == null ? null : health.healthForPath("readiness");
        return readiness != null && Status.UP.equals(readiness.getStatus()) ? 1 : 0;
    }
}
