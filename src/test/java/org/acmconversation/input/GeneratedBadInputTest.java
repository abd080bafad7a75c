package org.acmconversation.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.acmconversation.lanes.Generated;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

/**
 * Generated bad input. No response has a 5xx status or exposes internals; each says what is wrong in the documented
 * format; and a rejected request changes no table. Each run sends the same requests, except for ids that the
 * application assigns.
 *
 * <p>No jobs run, so only requests cause changes.
 */
@Tag("fuzz")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:input;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "acm.portfolio.count-interval=1h",
            // Thousands of logins fail here; a locked account would hide the code behind the login.
            "acm.security.throttle.failures-per-user=1000000",
            "acm.security.throttle.failures-per-address=1000000",
            // Rejections are expected here, and thousands of them would be logged.
            "logging.level.org.camunda.bpm.engine.context=off",
            "logging.level.org.springframework=error"
        })
@ActiveProfiles("local")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedBadInputTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    private Connection connection;
    private Stock stock;
    private RequestSeries barrage;

    @BeforeAll
    void fillStock() {
        connection = new Connection(port);
        stock = Stock.of(connection);
        barrage = new RequestSeries(Generated.seed(), connection, database);
    }

    @AfterAll
    void closeConnection() {
        connection.close();
    }

    @Test
    void detectsChanges() {
        var contents = new TableContents(database);
        var before = contents.read();

        connection.send(Request.of("manager", "GET", Stock.ENGAGEMENTS));
        assertThat(contents.read()).isEqualTo(before);

        connection.send(Request.of("manager", "POST", Stock.ENGAGEMENTS)
                .withBody("application/json", Stock.bytes(Stock.engagement("SEEN"))));
        assertThat(contents.read()).isNotEqualTo(before).containsKeys("ACT_HI_ACTINST", "ACT_RU_TASK");
    }

    @Test
    void apiRejectsInvalidRequests() {
        Reply api = connection.send(Request.of("manager", "GET", "/v3/api-docs"));
        var described = new OpenApiRequests(api.json(), stock);
        assertThat(described.operations()).isEqualTo(92);

        Tally tally = barrage.send(Generated.share(90_000), described::next);

        assertThat(tally.refusedShare()).as(tally::toString).isGreaterThan(0.9);
        assertThat(tally.problems())
                .contains(
                        "invalid-request",
                        "bad-request",
                        "unauthorized",
                        "forbidden",
                        "not-found",
                        "method-not-allowed",
                        "not-acceptable",
                        "engagement-exists",
                        "engagement-ended",
                        "body-too-large",
                        "unsupported-media-type");
        assertThat(tally.fields())
                .contains(
                        "Idempotency-Key",
                        "body",
                        "customer",
                        "customer.name",
                        "entryCriteria.kickoffHeld",
                        "externalId",
                        "header",
                        "id",
                        "initiatives",
                        "licenses",
                        "page",
                        "q",
                        "reason",
                        "segment",
                        "services",
                        "size",
                        "sort",
                        "status");
    }

    @Test
    void apiRejectsCorruptedBytes() {
        Tally tally = barrage.send(Generated.share(20_000), new Mutated(stock)::next);

        assertThat(tally.refusedShare()).as(tally::toString).isGreaterThan(0.9);
        assertThat(tally.statuses()).contains(200, 400, 401, 403, 404, 409, 422);
        assertThat(tally.problems()).contains("idempotency-key-reused", "engagement-exists", "engagement-ended");
    }

    @Test
    void engineRestRejectsInvalidRequests() {
        Tally tally = barrage.send(Generated.share(10_000), new EngineRequests(stock)::next);

        // Queries accept any text as a name and find nothing.
        assertThat(tally.refusedShare()).as(tally::toString).isGreaterThan(0.8);
        assertThat(tally.statuses()).contains(200, 204, 400, 403, 404, 405, 406, 415);
    }

    @Test
    void webApplicationApisRejectInvalidRequests() {
        var sessions = Map.of("manager", Session.of("manager", port), "admin", Session.of("admin", port));

        Tally tally =
                barrage.send(Generated.share(6_000), new WebappRequests(new EngineRequests(stock), sessions)::next);

        assertThat(tally.refusedShare()).as(tally::toString).isGreaterThan(0.8);
        assertThat(tally.statuses()).contains(200, 204, 400, 403, 404, 405, 406, 415);
    }

    @Test
    void pagesRejectOddRequests() {
        Tally tally = barrage.send(Generated.share(4_000), PageRequests::next);

        assertThat(tally.statuses()).contains(200, 302, 400, 401, 403, 404);
    }
}
