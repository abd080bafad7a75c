package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.acmconversation.contract.ApiClient.JSON;
import static org.acmconversation.contract.ApiClient.MERGE_PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

/** {@code /api/engagements/{id}/contacts}. */
abstract class ContactContract extends ContractTest {

    private String id;

    @BeforeEach
    void startEngagement() {
        id = started(Requests.withoutKickoff());
    }

    private String contacts() {
        return ENGAGEMENTS + "/" + id + "/contacts";
    }

    private static ObjectNode ana() {
        return Requests.object("""
                {"name": "Ana Peña", "email": "ana.peña+acm@contoso.example", "phone": "+34 (600) 00-00.00",
                 "organization": "CUSTOMER", "role": "Directora de TI", "language": "es-MX",
                 "timeZone": "America/Mexico_City", "surveyEligible": true, "decisionMaker": true,
                 "doNotContact": false}""");
    }

    private Answer patch(String path, String body) {
        return manager().send("PATCH", path, MERGE_PATCH, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void createsReadsChangesAndDeletesAContact() {
        Answer added = manager().post(contacts(), ana()).assertStatus(201);
        String path = added.header("Location");

        assertThat(path).isEqualTo(contacts() + "/" + added.id());
        ObjectNode expected = ana();
        expected.put("id", added.id());
        assertThat(added.json()).isEqualTo(expected);
        assertThat(crm().get(contacts()).assertStatus(200).json()).containsExactly(added.json());

        JsonNode changed = patch(path, "{\"phone\": null, \"doNotContact\": true}")
                .assertStatus(200)
                .json();
        assertThat(changed.path("phone").isNull()).isTrue();
        assertThat(changed.path("doNotContact").asBoolean()).isTrue();
        assertThat(changed.path("email")).isEqualTo(added.json().path("email"));
        assertThat(manager().get(path).json()).isEqualTo(changed);

        manager().send("DELETE", path, JSON, new byte[0]).assertStatus(204);
        manager().send("DELETE", path, JSON, new byte[0]).assertProblem(404, "contact-not-found");
        assertThat(count("contact where engagement_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void requiresOnlyNameAndOrganization() {
        JsonNode added = manager()
                .post(contacts(), "{\"name\": \"Luis\", \"organization\": \"PARTNER\"}")
                .assertStatus(201)
                .json();

        assertThat(added.path("email").isNull()).isTrue();
        assertThat(added.path("surveyEligible").asBoolean(true)).isFalse();
        manager().post(contacts(), "{}").assertInvalid("name", "organization");
        patch(contacts() + "/" + added.path("id").asText(), "{\"name\": null}").assertInvalid("name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "email; ana",
                "email; ana@contoso",
                "email; ana@@contoso.example",
                "email; Ana <ana@contoso.example>",
                "email; a b@contoso.example",
                "email; ana@contoso.example\\r\\nBcc: all@contoso.example",
                "phone; call me",
                "phone; 12",
                "phone; +34 600\\n000 000",
                "language; spanish please",
                "language; xx",
                "timeZone; Madrid",
                "organization; FRIENDS",
                "name; Ana\\r\\nBcc: all@contoso.example",
                "role; TI\\nX: y"
            })
    void namesInvalidMembers(String field, String value) {
        String text = value.replace("\\r", "\r").replace("\\n", "\n");

        manager().post(contacts(), ana().put(field, text)).assertInvalid(field);
        assertThat(manager().get(contacts()).json()).isEmpty();
    }

    @Test
    void aContactBelongsToOneEngagement() {
        String contact = manager().post(contacts(), ana()).assertStatus(201).id();
        startEngagement();

        manager().get(contacts() + "/" + contact).assertProblem(404, "contact-not-found");
        patch(contacts() + "/" + contact, "{}").assertProblem(404, "contact-not-found");
        manager().send("DELETE", contacts() + "/" + contact, JSON, new byte[0]).assertProblem(404, "contact-not-found");
        manager()
                .post(ENGAGEMENTS + "/" + UUID.randomUUID() + "/contacts", ana())
                .assertProblem(404, "engagement-not-found");
    }

    @Test
    void deletesContactsOfEndedEngagements() {
        String contact = manager().post(contacts(), ana()).assertStatus(201).id();
        manager().withdraw(id, "No").assertStatus(200);

        manager().send("DELETE", contacts() + "/" + contact, JSON, new byte[0]).assertStatus(204);
    }

    @Test
    void analystsCannotReadAndServiceAccountsCannotWrite() {
        anonymous().as("analyst").get(contacts()).assertProblem(403, "forbidden");
        crm().post(contacts(), ana()).assertProblem(403, "forbidden");
    }

    @Test
    void repeatedRequestsAddOneContact() {
        String key = UUID.randomUUID().toString();

        assertThat(atOnce(4, number -> manager().post(contacts(), ana(), "Idempotency-Key", key)))
                .extracting(Answer::status)
                .containsOnly(201);
        assertThat(manager().get(contacts()).json()).hasSize(1);
    }

    @Test
    void responsesOfDeletedContactsAreErased() {
        String key = UUID.randomUUID().toString();
        String contact = manager()
                .post(contacts(), ana(), "Idempotency-Key", key)
                .assertStatus(201)
                .id();

        manager().send("DELETE", contacts() + "/" + contact, JSON, new byte[0]).assertStatus(204);

        assertThat(count("idempotent_answer where request_key = ? and body is not null", key))
                .isZero();
        manager().post(contacts(), ana(), "Idempotency-Key", key).assertProblem(410, "response-erased");
    }

    @Test
    void pageShowsContactsAndWarnsIfNoneIsForTheSurvey() {
        var session = new WebSession(port);
        session.logIn("manager");
        String page = "/engagements/" + id;
        assertThat(session.open(page).body()).contains("Falta un contacto del cliente");

        String contact = manager()
                .post(contacts(), ana().put("role", "<b>TI</b>"))
                .assertStatus(201)
                .id();
        assertThat(session.open(page).body())
                .contains("Ana Peña", "&lt;b&gt;TI&lt;/b&gt;", "+34 (600)")
                .doesNotContain("Falta un contacto del cliente");
        assertThat(session.open(page + "/contacts/" + contact).body()).contains("America/Mexico_City\" selected");

        patch(contacts() + "/" + contact, "{\"doNotContact\": true}").assertStatus(200);
        assertThat(session.open(page).body()).contains("No contactar").doesNotContain("+34 (600)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "EST5EDT"})
    void pageKeepsEveryTimeZone(String zone) {
        var session = new WebSession(port);
        session.logIn("manager");
        String contact = manager()
                .post(contacts(), ana().put("timeZone", zone))
                .assertStatus(201)
                .id();

        assertThat(session.open("/engagements/" + id + "/contacts/" + contact).body())
                .contains(zone + "\" selected");
    }

    @Test
    void pageShowsWhatSomebodyElseChangedMeanwhile() {
        var session = new WebSession(port);
        session.logIn("manager");
        String contact = manager().post(contacts(), ana()).assertStatus(201).id();
        String form = "/engagements/" + id + "/contacts/" + contact;
        Map<String, String> fields = new HashMap<>(Map.of(
                "name",
                "Ana Peña Ruiz",
                "organization",
                "CUSTOMER",
                "phone",
                "+34 (600) 00-00.00",
                "decisionMaker",
                "true"));
        fields.put("base", base(session.open(form)));
        patch(contacts() + "/" + contact, "{\"phone\": \"+34 611 111 111\", \"decisionMaker\": false}")
                .assertStatus(200);

        HttpResponse<String> refused = session.submit(form, fields);

        assertThat(refused.body())
                .contains(
                        "Otra persona cambió este contacto",
                        "Teléfono: +34 (600) 00-00.00 → +34 611 111 111",
                        "Toma decisiones: Sí → No",
                        "Ana Peña Ruiz");
        assertThat(manager().get(contacts()).json().get(0).get("name").asText()).isEqualTo("Ana Peña");

        fields.put("base", base(refused));
        assertThat(session.submit(form, fields).statusCode()).isEqualTo(302);
        assertThat(manager().get(contacts()).json().get(0).get("name").asText()).isEqualTo("Ana Peña Ruiz");
        assertThat(session.submit(form, fields).statusCode()).isEqualTo(302);
    }

    private static String base(HttpResponse<String> page) {
        Matcher field = Pattern.compile("name=\"base\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(field.find()).isTrue();
        return HtmlUtils.htmlUnescape(field.group(1));
    }
}
