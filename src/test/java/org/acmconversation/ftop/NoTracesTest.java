package org.acmconversation.ftop;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.acmconversation.operations.Traces;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Without tracing enabled, nothing creates or sends traces. */
class NoTracesTest extends WithSimulatedFtop {

    @Autowired
    ApplicationContext application;

    @Autowired
    Traces traces;

    @Autowired
    JdbcTemplate database;

    @Test
    void createsNoTracer() {
        assertThat(application.getBeansOfType(Tracer.class)).isEmpty();
        assertThat(application.getBeanDefinitionNames())
                .extracting(name -> String.valueOf(application.getType(name)))
                .noneMatch(type -> type.contains("opentelemetry"));
        assertThat(application.containsBean("tracedJobs")).isFalse();
        assertThat(traces.traceparent()).isEmpty();
    }

    @Test
    void sendsAndStoresNoTraceContext() {
        Map<String, Boolean> told = new ConcurrentHashMap<>();
        FTOP.observe(
                (request, reply) -> told.put(request.path(), request.headers().containsKey("traceparent")));

        FtopKey key = started();

        assertThat(told).containsEntry("/v1/tasks/" + key, false);
        assertThat(database.queryForList(
                        "select traceparent from engagement where id = ?", String.class, key.engagementId()))
                .containsExactly((String) null);
    }
}
