package org.acmconversation.operations;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures tracing, if it is enabled. */
@Configuration(proxyBeanMethods = false)
class TracesConfiguration {

    @Bean
    @ConditionalOnProperty(name = Traces.ENABLED, havingValue = "true")
    Traces traces(Tracer tracer, Propagator propagator) {
        return new Traces(tracer, propagator);
    }

    @Bean
    @ConditionalOnProperty(name = Traces.ENABLED, havingValue = "false", matchIfMissing = true)
    Traces noTraces() {
        return Traces.off();
    }
}
