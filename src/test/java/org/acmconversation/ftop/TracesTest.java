package org.acmconversation.ftop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.acmconversation.ftop.simulator.Fault;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.test.context.TestPropertySource;

/** With tracing enabled, one trace covers an engagement from its request to FTOP. */
@AutoConfigureObservability(metrics = false)
@TestPropertySource(
        properties = {"management.tracing.enabled=true", "spring.datasource.url=jdbc:h2:mem:traces;DB_CLOSE_DELAY=-1"})
@Import(TracesTest.Spans.class)
class TracesTest extends WithSimulatedFtop {

    private final String callersTrace = UUID.randomUUID().toString().replace("-", "");

    @Autowired
    TestRestTemplate rest;

    @Autowired
    FtopJobs jobs;

    @Autowired
    InMemorySpanExporter spans;

    @TestConfiguration
    static class Spans {

        @Bean
        InMemorySpanExporter keptSpans() {
            return InMemorySpanExporter.create();
        }

        @Bean
        SpanProcessor keepAtOnce(InMemorySpanExporter kept) {
            return SimpleSpanProcessor.create(kept);
        }
    }

    @Test
    void oneTraceCoversRequestJobAndFtopCall() {
        Map<String, String> received = receivedByFtop();

        FtopKey key = post();
        eventually().until(() -> task(key) != null && task(key).isAcknowledged());
        eventually().until(() -> span("job createConversationTask") != null);

        SpanData job = span("job createConversationTask");
        SpanData call = span("FTOP create");
        assertThat(job.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(spans.getFinishedSpanItems())
                .extracting(SpanData::getName, SpanData::getKind, SpanData::getTraceId, SpanData::getSpanId)
                .contains(tuple("http post /api/engagements", SpanKind.SERVER, callersTrace, job.getParentSpanId()));
        assertThat(call.getParentSpanId()).isEqualTo(job.getSpanId());
        assertThat(received.get("/v1/tasks/" + key)).isEqualTo("00-%s-%s-01".formatted(callersTrace, call.getSpanId()));
    }

    @Test
    void failedCallsAreMarkedAndRetriesShareTheTrace() {
        FTOP.faults().chance(Fault.FAIL, 1);

        FtopKey key = post();
        eventually().until(() -> task(key) != null && task(key).waiting() != null);
        eventually().until(() -> span("job createConversationTask") != null);

        SpanData call = span("FTOP create");
        assertThat(call.getAttributes().asMap().toString()).contains("FtopUnavailableException");

        spans.reset();
        FTOP.faults().clear();
        eventually().until(() -> {
            jobs.runAgain(key);
            return task(key).isAcknowledged();
        });
        assertThat(span("FTOP create")).isNotNull();
    }

    private FtopKey post() {
        spans.reset();
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set("traceparent", "00-" + callersTrace + "-00f067aa0ba902b7-01");
        String body = """
                {"externalId": "CRM-%s", "customer": {"name": "Contoso"}, "segment": "CORPORATE", "licenses": 500,
                 "services": ["EXCHANGE"], "initiatives": ["RFA"],
                 "entryCriteria": {"kickoffHeld": true, "benefitUnderstood": true, "resourcesClear": true,
                                   "inEnterpriseAdoptionProgram": false}}
                """.formatted(UUID.randomUUID());
        var answer = rest.withBasicAuth("crm", "crm")
                .exchange(
                        RequestEntity.post("/api/engagements").headers(headers).body(body), JsonNode.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        return new FtopKey(UUID.fromString(answer.getBody().path("id").asText()), "4047");
    }

    private Map<String, String> receivedByFtop() {
        Map<String, String> received = new ConcurrentHashMap<>();
        FTOP.observe((request, reply) ->
                received.put(request.path(), request.headers().getOrDefault("traceparent", "none")));
        return received;
    }

    /** Spans of other tests may still arrive. */
    private SpanData span(String name) {
        return spans.getFinishedSpanItems().stream()
                .filter(span ->
                        span.getTraceId().equals(callersTrace) && span.getName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
