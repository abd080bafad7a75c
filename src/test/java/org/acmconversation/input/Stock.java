package org.acmconversation.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Existing resources, so that some invalid requests get as far as possible. */
class Stock {

    static final String ENGAGEMENTS = "/api/engagements";
    static final String USED_KEY = "used-key";

    private static final int SIZE = 40;

    private final List<String> live = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final List<String> tasks = new ArrayList<>();
    private final List<String> filters = new ArrayList<>();

    static Stock of(Connection connection) {
        var stock = new Stock();
        for (int i = 0; i < SIZE; i++) {
            String id = stock.post(connection, ENGAGEMENTS, engagement("LIVE-" + i))
                    .path("id")
                    .asText();
            stock.live.add(id);
            stock.tasks.add(stock.get(connection, ENGAGEMENTS + "/" + id)
                    .at("/currentActivities/0/taskId")
                    .asText());
        }
        for (int i = 0; i < 3; i++) {
            String id = stock.post(connection, ENGAGEMENTS, engagement("ENDED-" + i))
                    .path("id")
                    .asText();
            stock.ended.add(id);
            stock.post(
                    connection, ENGAGEMENTS + "/" + id + "/withdrawal", InvalidJson.object("{\"reason\": \"Moved\"}"));
        }
        stock.send(
                connection,
                Request.of("manager", "POST", ENGAGEMENTS, "Idempotency-Key", USED_KEY)
                        .withBody("application/json", bytes(engagement("KEYED"))));
        stock.get(connection, "/engine-rest/filter")
                .forEach(filter -> stock.filters.add(filter.path("id").asText()));
        assertThat(stock.filters).isNotEmpty();
        return stock;
    }

    /** Returns a body that starts an engagement which waits for a manager right away, without a job. */
    static ObjectNode engagement(String externalId) {
        return InvalidJson.object("""
                {
                  "externalId": "%s",
                  "customer": { "name": "Contoso", "tenantId": "3f2c" },
                  "segment": "ENTERPRISE",
                  "licenses": 25000,
                  "services": ["EXCHANGE", "ONEDRIVE_FOR_BUSINESS"],
                  "initiatives": ["RFA"],
                  "entryCriteria": {
                    "kickoffHeld": false, "benefitUnderstood": true, "resourcesClear": true,
                    "inEnterpriseAdoptionProgram": false
                  }
                }
                """.formatted(externalId));
    }

    String live(SeededRandom chance) {
        return chance.of(live);
    }

    /** Prefers an engagement that has ended, so that requests that happen to be valid are rejected. */
    String engagement(SeededRandom chance) {
        return chance.oneIn(4) ? chance.of(live) : chance.of(ended);
    }

    String task(SeededRandom chance) {
        return chance.of(tasks);
    }

    String filter(SeededRandom chance) {
        return chance.of(filters);
    }

    private JsonNode post(Connection connection, String path, JsonNode body) {
        return send(connection, Request.of("manager", "POST", path).withBody("application/json", bytes(body)));
    }

    private JsonNode get(Connection connection, String path) {
        return send(connection, Request.of("manager", "GET", path));
    }

    private JsonNode send(Connection connection, Request request) {
        Reply reply = connection.send(request);
        assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
        return reply.json();
    }

    static byte[] bytes(JsonNode json) {
        return InvalidJson.write(json).getBytes(StandardCharsets.UTF_8);
    }
}
