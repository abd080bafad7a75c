package org.acmconversation.ftop.http;

import static org.acmconversation.ftop.http.FtopClient.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.acmconversation.ftop.Ftop;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopRefusedException;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.simulator.Fault;
import org.acmconversation.ftop.simulator.FtopSimulator;
import org.acmconversation.ftop.simulator.Reply;
import org.acmconversation.ftop.simulator.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter's requests and the simulator's responses conform to docs/ftop-api.yaml. */
class FtopContractTest {

    private static final OpenApiInteractionValidator CONTRACT = contract();

    private record Exchange(Request request, Reply reply) {}

    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
    private final FtopSimulator simulator = FtopSimulator.start();
    private final Ftop ftop = new FtopClient(simulator).build();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void everyExchangeConforms() {
        simulator.observe((request, reply) -> exchanges.add(new Exchange(request, reply)));

        callSuccessfully();
        provokeRefusals();
        provokeFailures();

        List<String> deviations = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Exchange exchange : exchanges) {
            deviations.addAll(deviations(exchange));
            seen.add(exchange.request().method() + " "
                    + exchange.request().path().replaceAll("/[0-9a-f-]{36}:[^/]*", "/{key}") + " "
                    + exchange.reply().status());
        }
        assertThat(deviations).isEmpty();
        assertThat(seen)
                .containsExactly(
                        "GET /v1/tasks 200",
                        "GET /v1/tasks 500",
                        "POST /oauth2/token 200",
                        "POST /oauth2/token 401",
                        "PUT /v1/tasks/{key} 200",
                        "PUT /v1/tasks/{key} 201",
                        "PUT /v1/tasks/{key} 401",
                        "PUT /v1/tasks/{key} 422",
                        "PUT /v1/tasks/{key} 429",
                        "PUT /v1/tasks/{key} 503",
                        "PUT /v1/tasks/{key}/status 200",
                        "PUT /v1/tasks/{key}/status 404",
                        "PUT /v1/tasks/{key}/status 409",
                        "PUT /v1/tasks/{key}/status 422");
    }

    @Test
    void detectsInvalidResponses() {
        ftop.open(null, 1);
        simulator.observe((request, reply) -> exchanges.add(new Exchange(request, reply)));
        simulator.faults().next(Fault.WRONG_TYPES, Fault.UNKNOWN_STATUS, Fault.LONG_REFERENCE, Fault.REDIRECT);
        for (int call = 0; call < 4; call++) {
            attempt(() -> ftop.create(FtopClient.key().engagementId(), TASK));
        }

        assertThat(exchanges)
                .hasSize(4)
                .allSatisfy(exchange -> assertThat(deviations(exchange)).isNotEmpty());
    }

    private void callSuccessfully() {
        FtopKey key = FtopClient.key();
        ftop.create(key.engagementId(), TASK);
        ftop.create(key.engagementId(), TASK);
        ftop.close(key, FtopTaskStatus.DECLINED, "El cliente no la quiere");
        ftop.close(key, FtopTaskStatus.COMPLETED, null);
        FtopKey canceled = FtopClient.key();
        ftop.close(canceled, FtopTaskStatus.CANCELED, null);
        ftop.find(List.of(key, canceled, FtopClient.key()));
        ftop.find(List.of(key));
        ftop.open(null, 1);
        ftop.open(key, 100);
    }

    private void provokeRefusals() {
        attempt(() -> ftop.close(FtopClient.key(), FtopTaskStatus.COMPLETED, null));
        simulator.faults().refuse(TASK.catalogId(), "Falta el contrato");
        attempt(() -> ftop.create(FtopClient.key().engagementId(), TASK));
        attempt(() -> ftop.close(FtopClient.key(), FtopTaskStatus.COMPLETED, null));
        simulator.faults().clear();
    }

    private void provokeFailures() {
        simulator.faults().next(Fault.FAIL, Fault.TOO_MANY_REQUESTS, Fault.UNAVAILABLE);
        attempt(() -> ftop.open(null, 1));
        attempt(() -> ftop.create(FtopClient.key().engagementId(), TASK));
        attempt(() -> ftop.create(FtopClient.key().engagementId(), TASK));
        simulator.loseTokens();
        ftop.create(FtopClient.key().engagementId(), TASK);
        var stranger =
                new FtopClient(simulator).with("client-secret", "another").build();
        attempt(() -> stranger.open(null, 1));
    }

    private static void attempt(Runnable call) {
        try {
            call.run();
        } catch (FtopRefusedException | FtopUnavailableException asExpected) {
            // Only the exchange is validated, not its result.
        }
    }

    private static List<String> deviations(Exchange exchange) {
        ValidationReport report = CONTRACT.validate(request(exchange.request()), response(exchange.reply()));
        return report.getMessages().stream()
                .map(message -> "%s %s: %s"
                        .formatted(
                                exchange.request().method(), exchange.request().path(), message))
                .toList();
    }

    private static SimpleRequest request(Request sent) {
        var request = new SimpleRequest.Builder(Method.valueOf(sent.method()), sent.path());
        sent.headers().forEach(request::withHeader);
        for (String parameter :
                sent.query().isEmpty() ? new String[0] : sent.query().split("&")) {
            String[] pair = parameter.split("=", 2);
            request.withQueryParam(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        if (sent.body().length > 0) {
            request.withBody(new String(sent.body(), StandardCharsets.UTF_8));
        }
        return request.build();
    }

    private static SimpleResponse response(Reply reply) {
        var response = SimpleResponse.Builder.status(reply.status())
                .withBody(new String(reply.body(), StandardCharsets.UTF_8));
        reply.headers().forEach(response::withHeader);
        return response.build();
    }

    private static OpenApiInteractionValidator contract() {
        try {
            return OpenApiInteractionValidator.createForInlineApiSpecification(
                            Files.readString(Path.of("docs/ftop-api.yaml")))
                    .build();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
