package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /api/engagements/similar}. */
abstract class SimilarContract extends ContractTest {

    /** A word that no other test uses in customer names. */
    private final String word = "x" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void listsSimilarEngagements() {
        ObjectNode body = customer("Fabrikam " + word);
        String id = started(body);

        JsonNode similar = similar("name=" + word);

        assertThat(similar).hasSize(1);
        assertThat(similar.get(0).fieldNames())
                .toIterable()
                .containsExactly("id", "externalId", "customer", "status", "why");
        assertThat(similar.get(0).get("id").asText()).isEqualTo(id);
        assertThat(similar.get(0).get("externalId")).isEqualTo(body.get("externalId"));
        assertThat(similar.get(0).get("customer").asText()).isEqualTo("Fabrikam " + word);
        assertThat(similar.get(0).get("status").asText()).isEqualTo("RUNNING");
    }

    @Test
    void listsEachEngagementOnceWithItsStrongestReason() {
        ObjectNode same = customer("Fabrikam " + word);
        same.withObject("/customer").put("tenantId", word);
        ObjectNode tenants = customer("Fabrikam " + word);
        tenants.withObject("/customer").put("tenantId", word);
        ObjectNode named = customer("Fabrikam " + word);
        started(same);
        started(tenants);
        started(named);

        JsonNode similar =
                similar("externalId=" + same.get("externalId").asText() + "&tenantId=" + word + "&name=" + word);

        assertThat(Answer.texts(similar, "why")).containsExactly("EXTERNAL_ID", "TENANT", "NAME");
        assertThat(Answer.texts(similar, "externalId"))
                .containsExactly(
                        same.get("externalId").asText(),
                        tenants.get("externalId").asText(),
                        named.get("externalId").asText());
    }

    @Test
    void ignoresCaseOfTenantIds() {
        ObjectNode body = customer("Fabrikam");
        body.withObject("/customer").put("tenantId", word);
        started(body);

        assertThat(similar("tenantId=" + word.toUpperCase(Locale.ROOT))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Peña %s", "PENA %s, S.A.", "%s   peña S. A. de C.V.", "(%s) Pena Inc"})
    void ignoresCaseAccentsOrderAndLegalFormsOfNames(String typed) {
        started(customer("Grupo Peña y Hermanos " + word + " S.L."));

        assertThat(Answer.texts(similar("name=" + encoded(typed.formatted(word))), "why"))
                .containsExactly("NAME");
    }

    @Test
    void oneWordInCommonIsNotEnough() {
        started(customer("Fabrikam " + word));

        assertThat(similar("name=" + encoded("Northwind " + word))).isEmpty();
    }

    @Test
    void doesNotCompareNamesWithExternalIds() {
        ObjectNode body = customer("Fabrikam");
        body.put("externalId", word);
        started(body);

        assertThat(similar("name=" + word)).isEmpty();
    }

    @Test
    void listsRunningEngagementsFirst() {
        started(customer("Fabrikam " + word));
        ObjectNode covered = Requests.coveredByEnterpriseProgram();
        covered.withObject("/customer").put("name", "Fabrikam " + word);
        started(covered);

        assertThat(Answer.texts(similar("name=" + word), "status")).isEqualTo(List.of("RUNNING", "NOT_APPLICABLE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?name=", "?externalId=%20&tenantId=&name=%E2%80%8B"})
    void requiresAParameter(String parameters) {
        crm().get(ENGAGEMENTS + "/similar" + parameters).assertInvalid("name");
    }

    @Test
    void rejectsParametersThatAreTooLong() {
        crm().get(ENGAGEMENTS
                        + "/similar?externalId=%s&tenantId=%s&name=%s"
                                .formatted("a".repeat(101), "a".repeat(101), "a".repeat(201)))
                .assertInvalid("externalId", "tenantId", "name");
    }

    @Test
    void namesOfOnlyLegalFormsMatchNothing() {
        assertThat(similar("name=" + encoded("S.A."))).isEmpty();
    }

    private static ObjectNode customer(String name) {
        ObjectNode body = Requests.withoutKickoff();
        body.withObject("/customer").put("name", name);
        return body;
    }

    private JsonNode similar(String parameters) {
        return crm().get(ENGAGEMENTS + "/similar?" + parameters)
                .assertStatus(200)
                .json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
