package org.acmconversation.security.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.acmconversation.engagement.Engagements;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Roles can make every call that the tables of docs/roles.md allow: each call is made on existing resources, and
 * neither the filter chains nor the engine deny it.
 */
class AllowedCallsTest extends RoleTest {

    /** Calls for which no resource exists, and the response that shows that access was granted. */
    private static final Map<String, String> NOTHING_THERE = new LinkedHashMap<>();

    static {
        NOTHING_THERE.put(".*/tenant-id/.*", "tenant-id: unknown");
        NOTHING_THERE.put("/external-task/unknown.*", "external task|External task");
        NOTHING_THERE.put(".*/data", "is not a binary value");
        NOTHING_THERE.put(".*/attachment/unknown.*", "attachment .*does not exist");
        NOTHING_THERE.put(".*/messageSubscriptions/unknown", "does not exist");
        NOTHING_THERE.put(".*/rendered-form", "No matching rendered");
        NOTHING_THERE.put(".*/deployed-start-form", "'formKey'");
        NOTHING_THERE.put("/identity/password-policy", "/problems/not-found");
        NOTHING_THERE.put("/filter/unknown/singleResult", "valid single result");
    }

    @Autowired
    ProcessEngine engine;

    @Autowired
    Engagements engagements;

    @Test
    void rolesCanUseTheirEnginePermissions() {
        assertThat(refusals(ofTheEngine(), "/engine-rest", endpointsOfTheEngine()))
                .isEmpty();
    }

    @Test
    void rolesCanUseTheirCockpitPermissions() {
        SortedSet<Endpoint> endpoints = endpointsOfTheWebApplications();
        endpoints.removeIf(endpoint -> !endpoint.path().contains("/plugin/base/unknown/"));

        assertThat(refusals(ofTheWebApplications(), "", endpoints)).isEmpty();
    }

    private List<String> refusals(RoleTable table, String root, SortedSet<Endpoint> endpoints) {
        var stage = new EngineFixtures(engine, engagements);
        List<String> refusals = new ArrayList<>();
        int deeds = 0;
        for (Endpoint endpoint : endpoints) {
            List<String> accounts = table.rowFor(endpoint.method(), endpoint.path()).stream()
                    .flatMap(row -> row.accounts().stream())
                    // Has every permission, which another test checks.
                    .filter(account -> !account.equals("admin"))
                    .toList();
            for (String account : accounts) {
                refusal(stage.request(endpoint, account), root, endpoint, account)
                        .ifPresent(refusals::add);
                deeds++;
            }
        }
        assertThat(deeds).isGreaterThan(10);
        return refusals;
    }

    private Optional<String> refusal(EngineFixtures.Request request, String root, Endpoint endpoint, String account) {
        var target = new Endpoint(endpoint.method(), root + request.path());
        var answer = caller(account).call(target, request.contentType(), request.body());
        boolean isDone = answer.statusCode() / 100 == 2;
        boolean isNothingThere = NOTHING_THERE.entrySet().stream()
                .anyMatch(nothing -> endpoint.path().matches(nothing.getKey())
                        && answer.body().matches("(?s).*(%s).*".formatted(nothing.getValue())));
        return isDone || isNothingThere
                ? Optional.empty()
                : Optional.of("%s as %s: %d %s".formatted(endpoint, account, answer.statusCode(), answer.body()));
    }
}
