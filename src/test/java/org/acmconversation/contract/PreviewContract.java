package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code POST /api/engagements/preview}. */
abstract class PreviewContract extends ContractTest {

    @Test
    void listsTheFtopTasksOfTheServices() {
        ObjectNode request = Requests.valid();
        List<JsonNode> expected = new ArrayList<>();
        manager().get("/api/ftop-catalog").json().forEach(task -> {
            boolean isWanted = task.get("services").isEmpty();
            for (JsonNode service : task.get("services")) {
                isWanted |=
                        service.asText().equals("EXCHANGE") || service.asText().equals("ONEDRIVE_FOR_BUSINESS");
            }
            if (isWanted) {
                expected.add(((ObjectNode) task).without("services"));
            }
        });

        JsonNode preview = preview(request);

        assertThat(expected).hasSizeGreaterThan(3);
        assertThat(preview.get("ftopTasks")).containsExactlyElementsOf(expected);
        assertThat(preview.get("entry").asText()).isEqualTo("MET");
        assertThat(preview.get("enterpriseEligible").asBoolean()).isTrue();
    }

    @Test
    void reportsIncompleteEntryCriteria() {
        JsonNode preview = preview(Requests.withoutKickoff());

        assertThat(preview.get("entry").asText()).isEqualTo("INCOMPLETE");
        assertThat(preview.get("ftopTasks")).isNotEmpty();
    }

    @Test
    void customersOfTheEnterpriseProgramGetNoTasks() {
        JsonNode preview = preview(Requests.coveredByEnterpriseProgram());

        assertThat(preview.get("entry").asText()).isEqualTo("COVERED_BY_ENTERPRISE_PROGRAM");
        assertThat(preview.get("ftopTasks")).isEmpty();
    }

    @Test
    void smallCustomersAreNotEligible() {
        assertThat(preview(Requests.valid().put("segment", "SMB"))
                        .get("enterpriseEligible")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void storesNothing() {
        awaitIdle();
        int decisions = count("ACT_HI_DECINST");
        int engagements = count("engagement");

        preview(Requests.valid());

        assertThat(count("ACT_HI_DECINST")).isEqualTo(decisions);
        assertThat(count("engagement")).isEqualTo(engagements);
    }

    @Test
    void acceptsAnExistingExternalId() {
        ObjectNode request = Requests.withoutKickoff();
        started(request);

        preview(request);
    }

    @Test
    void namesInvalidMembers() {
        ObjectNode request = Requests.valid().put("licenses", 0).put("segment", "HUGE");
        request.withObject("/customer").put("name", " ");

        crm().post(ENGAGEMENTS + "/preview", request).assertInvalid("licenses", "segment", "customer.name");
        crm().post(ENGAGEMENTS + "/preview", "{").assertProblem(400, "invalid-request");
    }

    private JsonNode preview(ObjectNode request) {
        return crm().post(ENGAGEMENTS + "/preview", request).assertStatus(200).json();
    }
}
