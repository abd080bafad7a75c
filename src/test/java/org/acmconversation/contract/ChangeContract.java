package org.acmconversation.contract;

import static org.acmconversation.contract.Answer.texts;
import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code PATCH /api/engagements/{id}}. */
abstract class ChangeContract extends ContractTest {

    @Test
    void changesOnlyTheMembersSent() {
        String id = started(Requests.withoutKickoff());
        ObjectNode expected = (ObjectNode) read(id);

        JsonNode changed =
                manager().change(id, "{\"licenses\": 30000}").assertStatus(200).json();

        assertThat(changed).isEqualTo(expected.put("licenses", 30_000));
        assertThat(read(id)).isEqualTo(changed);
    }

    @Test
    void changesAllMembersAtOnce() {
        String id = started(Requests.withoutKickoff());

        JsonNode changed = manager().change(id, """
                        {"licenses": 7, "segment": "SMB", "services": ["TEAMS"], "entryCriteria": {
                        "kickoffHeld": true, "benefitUnderstood": false, "resourcesClear": false,
                        "inEnterpriseAdoptionProgram": true}}""").assertStatus(200).json();

        assertThat(changed.get("licenses").asInt()).isEqualTo(7);
        assertThat(changed.get("segment").asText()).isEqualTo("SMB");
        assertThat(changed.get("services")).map(JsonNode::asText).containsExactly("TEAMS");
        assertThat(changed.get("entryCriteria")).map(JsonNode::asBoolean).containsExactly(true, false, false, true);
    }

    @Test
    void changesOnlyTheEntryCriteriaSent() {
        String id = started(Requests.withoutKickoff());

        JsonNode criteria = manager()
                .change(id, "{\"entryCriteria\": {\"resourcesClear\": false}}")
                .assertStatus(200)
                .json()
                .get("entryCriteria");

        assertThat(criteria.get("kickoffHeld").asBoolean()).isFalse();
        assertThat(criteria.get("benefitUnderstood").asBoolean()).isTrue();
        assertThat(criteria.get("resourcesClear").asBoolean()).isFalse();
        assertThat(criteria.get("inEnterpriseAdoptionProgram").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"licenses\": 25000}", "{\"entryCriteria\": {}}"})
    void acceptsAPatchWithoutChanges(String patch) {
        String id = started(Requests.withoutKickoff());
        JsonNode before = read(id);

        assertThat(manager().change(id, patch).assertStatus(200).json()).isEqualTo(before);
        assertThat(texts(manager().get(ENGAGEMENTS + "/" + id + "/timeline").json(), "event"))
                .doesNotContain("PROFILE_CHANGED");
    }

    @Test
    void theProcessUsesTheNewValues() {
        String id = started(Requests.withoutKickoff());
        manager()
                .change(id, "{\"entryCriteria\": {\"inEnterpriseAdoptionProgram\": true}}")
                .assertStatus(200);

        TaskForm.of(this, id, "completeEntryCriteria")
                .complete("manager", "{\"kickoffHeld\": true, \"benefitUnderstood\": true, \"resourcesClear\": true}")
                .assertStatus(204);

        assertThat(read(id).get("outcome").asText()).isEqualTo("COVERED_BY_ENTERPRISE_PROGRAM");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"licenses\": null} | licenses",
                "{\"segment\": null} | segment",
                "{\"services\": null} | services",
                "{\"entryCriteria\": null} | entryCriteria",
                "{\"entryCriteria\": {\"kickoffHeld\": null}} | entryCriteria.kickoffHeld",
                "{\"entryCriteria\": {\"lunchEaten\": true}} | entryCriteria.lunchEaten",
                "{\"entryCriteria\": {\"kickoffHeld\": \"true\"}} | entryCriteria.kickoffHeld",
                "{\"entryCriteria\": true} | entryCriteria",
                "{\"licenses\": 0} | licenses",
                "{\"licenses\": 10000001} | licenses",
                "{\"licenses\": \"25000\"} | licenses",
                "{\"licenses\": 25000.5} | licenses",
                "{\"licenses\": {\"a\": 1}} | licenses",
                "{\"segment\": \"HUGE\"} | segment",
                "{\"services\": []} | services",
                "{\"services\": [\"LOTUS_NOTES\"]} | services",
                "{\"services\": [\"EXCHANGE\", \"EXCHANGE\"]} | services",
                "{\"services\": {\"0\": \"EXCHANGE\"}} | services",
                "{\"externalId\": \"CRM-1\"} | externalId",
                "{\"customer\": {\"name\": \"Fabrikam\"}} | customer",
                "{\"initiatives\": [\"TARGETING\"]} | initiatives",
                "{\"status\": \"COMPLETED\"} | status",
                "{\"discount\": null} | discount",
                "[] | body",
                "null | body",
                "{ | body"
            })
    void namesInvalidMembers(String patch, String field) {
        String id = started(Requests.withoutKickoff());
        JsonNode before = read(id);

        refused(() -> manager().change(id, patch)).assertInvalid(field);

        assertThat(read(id)).isEqualTo(before);
    }

    @Test
    void keepsServicesThatWereRemovedFromTheCatalog() {
        String id = started(Requests.withoutKickoff());
        database.update("update engagement set services = array['RETIRED', 'EXCHANGE'] where id = cast(? as uuid)", id);

        manager().change(id, "{\"licenses\": 30000}").assertStatus(200);
        manager().change(id, "{\"services\": [\"TEAMS\", \"RETIRED\"]}").assertStatus(200);
        refused(() -> manager().change(id, "{\"services\": [\"RETIRED\", \"LOTUS_NOTES\"]}"))
                .assertInvalid("services");

        assertThat(read(id).path("services")).map(JsonNode::asText).containsExactly("TEAMS", "RETIRED");
    }

    @Test
    void oneInvalidMemberPreventsAllChanges() {
        String id = started(Requests.withoutKickoff());
        JsonNode before = read(id);

        refused(() -> manager().change(id, "{\"licenses\": 5, \"segment\": \"HUGE\", \"discount\": 5}"))
                .assertInvalid("segment", "discount");

        assertThat(read(id)).isEqualTo(before);
    }

    @Test
    void rejectsChangesOfEndedEngagements() {
        String covered = started(Requests.coveredByEnterpriseProgram());
        String withdrawn = started(Requests.withoutKickoff());
        manager().withdraw(withdrawn, "Not now").assertStatus(200);

        refused(() -> manager().change(covered, "{\"licenses\": 5}")).assertProblem(409, "engagement-ended");
        refused(() -> manager().change(withdrawn, "{\"licenses\": 5}")).assertProblem(409, "engagement-ended");
    }

    @Test
    void anUnknownEngagementIsNotFound() {
        refused(() -> manager().change(UUID.randomUUID().toString(), "{\"licenses\": 5}"))
                .assertProblem(404, "engagement-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json-patch+json", "text/plain"})
    void acceptsOnlyMergePatches(String contentType) {
        String id = started(Requests.withoutKickoff());
        byte[] patch = "{\"licenses\": 5}".getBytes(StandardCharsets.UTF_8);

        refused(() -> manager().send("PATCH", ENGAGEMENTS + "/" + id, contentType, patch))
                .assertProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"licenses\": 5}", "{\"entryCriteria\": {}}"})
    void rejectsAFormWithoutItsOriginalProfile(String base) {
        String id = started(Requests.withoutKickoff());
        var browser = new WebSession(port);
        browser.logIn("manager");

        assertThat(browser.submit("/engagements/" + id + "/profile", Map.of("base", base))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void appliesConcurrentChanges() {
        String id = started(Requests.valid());

        List<Answer> answers = atOnce(
                20,
                i -> manager()
                        .change(
                                id,
                                i % 2 == 0 ? "{\"licenses\": %d}".formatted(100 + i) : "{\"segment\": \"EDUCATION\"}"));

        assertThat(answers).allSatisfy(answer -> answer.assertStatus(200));
        JsonNode engagement = read(id);
        assertThat(engagement.get("licenses").asInt()).isBetween(100, 119);
        assertThat(engagement.get("segment").asText()).isEqualTo("EDUCATION");
        awaitTask(id, "scheduleConversation");
    }
}
