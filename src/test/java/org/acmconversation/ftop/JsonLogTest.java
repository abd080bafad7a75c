package org.acmconversation.ftop;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** With logging.structured.format.console=ecs, log lines contain the engagement's id and the trace. */
@AutoConfigureObservability(metrics = false)
@TestPropertySource(
        properties = {"management.tracing.enabled=true", "spring.datasource.url=jdbc:h2:mem:logs;DB_CLOSE_DELAY=-1"})
class JsonLogTest extends WithSimulatedFtop {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> console = new OutputStreamAppender<>();

    @Autowired
    Environment environment;

    @BeforeEach
    void writeJson() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.putObject(Environment.class.getName(), environment);
        var encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.start();
        console.setContext(context);
        console.setEncoder(encoder);
        console.setOutputStream(lines);
        console.start();
        root().addAppender(console);
    }

    @AfterEach
    void stopWriting() {
        root().detachAppender(console);
        console.stop();
    }

    @Test
    void requestLinesHaveTheEngagementsId() {
        UUID id = start();

        JsonNode line = line("Engagement %s started".formatted(id));

        assertThat(line.path("engagementId").asText()).isEqualTo(id.toString());
    }

    @Test
    void jobLinesHaveEngagementProcessInstanceAndTrace() {
        FtopKey key = started();

        JsonNode line = line("FTOP task 4047 of engagement %s is OPEN".formatted(key.engagementId()));

        assertThat(line.path("engagementId").asText())
                .isEqualTo(key.engagementId().toString());
        assertThat(line.path("processInstanceId").asText())
                .isEqualTo(engagements.get(key.engagementId()).processInstanceId());
        assertThat(line.path("activityId").asText()).isEqualTo("createConversationTask");
        assertThat(line.path("traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(line.path("spanId").asText()).matches("[0-9a-f]{16}");
    }

    private JsonNode line(String message) {
        List<JsonNode> all = lines.toString(StandardCharsets.UTF_8)
                .lines()
                .map(JsonLogTest::read)
                .filter(line -> line.path("message").asText().startsWith(message))
                .toList();
        assertThat(all).as(message).hasSize(1);
        return all.get(0);
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
