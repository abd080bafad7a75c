package org.acmconversation.contract;

import static org.acmconversation.contract.Answer.texts;
import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.acmconversation.contract.ApiClient.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code /api/engagements/{id}/erasure}, {@code legal-hold} and {@code personal-data}. */
abstract class ErasureContract extends ContractTest {

    private static final String REASON = "{\"reason\": \"Petición 17\"}";
    private static final String SECOND = "secondadmin";

    @Autowired
    IdentityService identityService;

    private String id;

    @BeforeEach
    void startEngagement() {
        Administrators.create(identityService, SECOND);
        id = started(Requests.withoutKickoff());
    }

    @AfterEach
    void deleteAdministrator() {
        Administrators.delete(identityService, SECOND);
    }

    private ApiClient admin() {
        return anonymous().as("admin");
    }

    private ApiClient secondAdmin() {
        return anonymous().as(SECOND);
    }

    private String path(String part) {
        return ENGAGEMENTS + "/" + id + "/" + part;
    }

    private Answer erase(ApiClient client) {
        return client.post(path("erasure"), REASON);
    }

    private Answer hold() {
        return admin().send("PUT", path("legal-hold"), JSON, REASON.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer delete(ApiClient client, String path) {
        return client.send("DELETE", path, BodyPublishers.noBody());
    }

    @Test
    void requiresConfirmationByASecondAdministrator() {
        manager().withdraw(id, "No").assertStatus(200);
        awaitIdle();

        JsonNode requested = erase(admin()).assertStatus(202).json();
        assertThat(requested.path("state").asText()).isEqualTo("REQUESTED");
        erase(admin()).assertProblem(409, "erasure-not-confirmed");
        assertThat(read(id).path("withdrawalReason").asText()).isEqualTo("No");

        JsonNode receipt = erase(secondAdmin()).assertStatus(200).json();
        assertThat(receipt.path("state").asText()).isEqualTo("ERASED");
        assertThat(receipt.path("requestedBy").asText()).isEqualTo("admin");
        assertThat(receipt.path("confirmedBy").asText()).isEqualTo(SECOND);
        assertThat(receipt.at("/rows/engagement").asInt()).isOne();
        assertThat(receipt.at("/rows/act_hi_procinst").asInt()).isOne();
        assertThat(erase(admin()).assertStatus(200).json()).isEqualTo(receipt);
        assertThat(admin().get(path("erasure")).json()).isEqualTo(receipt);
    }

    @Test
    void anErasedEngagementTakesNoNewData() {
        manager().withdraw(id, "No").assertStatus(200);
        awaitIdle();
        String ana = "{\"name\": \"Ana\", \"organization\": \"CUSTOMER\"}";
        manager().post(path("contacts"), ana).assertStatus(201);
        erase(admin()).assertStatus(202);
        erase(secondAdmin()).assertStatus(200);

        manager().post(path("contacts"), ana).assertProblem(409, "engagement-erased");
        manager().post(path("notes"), "{\"text\": \"Ana\"}").assertProblem(409, "engagement-ended");
        hold().assertProblem(409, "erasure-confirmed");
        assertThat(manager().get(path("contacts")).json()).isEmpty();
    }

    @Test
    void withdrawsRunningEngagementsFirst() {
        erase(admin()).assertStatus(202);
        assertThat(read(id).path("status").asText()).isEqualTo("RUNNING");

        erase(secondAdmin());
        assertThat(read(id).path("status").asText()).isEqualTo("WITHDRAWN");

        patiently().until(() -> erase(admin()).status() == 200);
        JsonNode engagement = read(id);
        assertThat(engagement.at("/customer/name").asText()).isEqualTo("Cliente borrado");
        assertThat(engagement.at("/customer/tenantId").isNull()).isTrue();
        assertThat(engagement.path("externalId").asText()).isEqualTo("erased-" + id);
        assertThat(engagement.path("withdrawalReason").isNull()).isTrue();
        assertThat(texts(manager().get(path("timeline")).json(), "event"))
                .contains("ENGAGEMENT_STARTED", "ENGAGEMENT_WITHDRAWN", "ENGAGEMENT_ERASED");
    }

    @Test
    void auditTrailKeepsActionsButNotDetails() {
        manager().withdraw(id, "They moved to Fabrikam").assertStatus(200);
        awaitIdle();
        erase(admin()).assertStatus(202);
        erase(secondAdmin()).assertStatus(200);

        JsonNode entries =
                admin().get("/api/audit?size=200&engagementId=" + id).json().path("items");

        assertThat(texts(entries, "action"))
                .contains(
                        "engagement.start",
                        "engagement.withdraw",
                        "erasure.request",
                        "erasure.confirm",
                        "engagement.erase");
        assertThat(entries.toString()).doesNotContain("Fabrikam", "Petición");
        entries.forEach(entry -> assertThat(entry.path("detail").isEmpty())
                .as(entry.toString())
                .isEqualTo(!entry.path("action").asText().equals("engagement.erase")));
    }

    @Test
    void doesNotEraseEngagementsUnderLegalHold() {
        admin().get(path("legal-hold")).assertProblem(404, "legal-hold-not-found");
        erase(admin()).assertStatus(202);
        hold().assertStatus(200);

        erase(secondAdmin()).assertProblem(409, "legal-hold");
        assertThat(read(id).path("status").asText()).isEqualTo("RUNNING");
        assertThat(admin().get(path("legal-hold")).json().path("heldBy").asText())
                .isEqualTo("admin");

        delete(admin(), path("legal-hold")).assertStatus(204);
        delete(admin(), path("legal-hold")).assertProblem(404, "legal-hold-not-found");
        assertThat(erase(secondAdmin()).status()).isBetween(200, 202);
        hold().assertProblem(409, "erasure-confirmed");
        delete(admin(), path("erasure")).assertProblem(409, "erasure-confirmed");

        patiently().until(() -> erase(admin()).status() == 200);
    }

    @Test
    void cancelsAnUnconfirmedErasure() {
        erase(admin()).assertStatus(202);
        delete(admin(), path("erasure")).assertStatus(204);
        admin().get(path("erasure")).assertProblem(404, "erasure-not-found");
        erase(secondAdmin()).assertStatus(202);
        assertThat(read(id).path("status").asText()).isEqualTo("RUNNING");
    }

    @Test
    void rejectsRepeatedStartsOfErasedEngagements() {
        String key = UUID.randomUUID().toString();
        JsonNode request = Requests.withoutKickoff();
        id = crm().start(request, "Idempotency-Key", key).assertStatus(201).id();
        manager().withdraw(id, "No").assertStatus(200);
        awaitIdle();
        erase(admin()).assertStatus(202);
        erase(secondAdmin()).assertStatus(200);

        crm().start(request, "Idempotency-Key", key).assertProblem(410, "response-erased");
    }

    @Test
    void exportsTheRowsOfEveryTable() {
        ObjectNode request = Requests.withoutKickoff();
        String tenant = UUID.randomUUID().toString();
        request.withObject("/customer").put("tenantId", tenant);
        id = started(request);
        manager().change(id, "{\"licenses\": 21000}").assertStatus(200);
        manager().post(path("notes"), "{\"text\": \"Ana no contesta\"}").assertStatus(201);
        awaitTask(id, "completeEntryCriteria");

        JsonNode export = admin().get(path("personal-data")).assertStatus(200).json();

        assertThat(export.at("/tables/engagement/0/customer_name").asText()).isEqualTo("Contoso");
        assertThat(export.at("/tables/status_note/0/text").asText()).isEqualTo("Ana no contesta");
        assertThat(export.at("/tables").fieldNames())
                .toIterable()
                .contains("timeline_entry", "audit_detail", "follow_up", "act_hi_procinst", "act_hi_taskinst");
        JsonNode ofTenant = admin().get("/api/personal-data?tenantId=" + tenant)
                .assertStatus(200)
                .json();
        assertThat(texts(ofTenant.path("engagements"), "engagementId")).containsExactly(id);
        assertThat(admin().get("/api/personal-data?tenantId=nobody").json().path("engagements"))
                .isEmpty();
    }

    @Test
    void rejectsInvalidRequests() {
        admin().post(path("erasure"), "{}").assertInvalid("reason");
        admin().get("/api/personal-data").assertInvalid("tenantId");
        admin().get("/api/personal-data?tenantId=%20").assertInvalid("tenantId");
        admin().get("/api/personal-data?tenantId=a%00").assertInvalid("tenantId");
        admin().get("/api/personal-data?tenantId=" + "a".repeat(101)).assertInvalid("tenantId");
        String unknown = ENGAGEMENTS + "/" + UUID.randomUUID();
        admin().get(unknown + "/personal-data").assertProblem(404, "engagement-not-found");
        admin().post(unknown + "/erasure", REASON).assertProblem(404, "engagement-not-found");
        admin().get(unknown + "/legal-hold").assertProblem(404, "engagement-not-found");
    }
}
