package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/engagements} with missing, unknown or invalid members: 400, and nothing is stored. */
abstract class ValidationContract extends ContractTest {

    private static final String EIGHT_SERVICES = "[\"OFFICE_365_PROPLUS\", \"WINDOWS_10\", \"ONEDRIVE_FOR_BUSINESS\","
            + " \"SHAREPOINT\", \"EXCHANGE\", \"OUTLOOK_MOBILE\", \"INTUNE\", \"EDGE\"]";

    static Stream<Arguments> invalidMembers() {
        return Stream.of(
                wrong("externalId", "null"),
                wrong("externalId", "\"\""),
                wrong("externalId", "\" \\t\\n\""),
                wrong("externalId", "\"\\u00a0\\u2007\""),
                wrong("externalId", "1042"),
                wrong("externalId", "\"" + "x".repeat(101) + "\""),
                wrong("externalId", "\"CRM-\\u0000\""),
                wrong("customer", "null"),
                wrong("customer", "\"Contoso\""),
                wrong("customer", "[]"),
                wrong("customer.name", "null"),
                wrong("customer.name", "\"   \""),
                wrong("customer.name", "\"\\u200b\\u2060\\u2800\""),
                wrong("customer.name", "\"" + "😀".repeat(201) + "\""),
                wrong("customer.name", "true"),
                wrong("customer.name", "{}"),
                wrong("customer.name", "\"" + "x".repeat(201) + "\""),
                wrong("customer.name", "\"Con\\u0000toso\""),
                wrong("customer.name", "\"Con\\u001btoso\""),
                wrong("customer.name", "\"Con\\u0085toso\""),
                wrong("customer.tenantId", "\" \""),
                wrong("customer.tenantId", "\"\\u3164\""),
                wrong("customer.tenantId", "7"),
                wrong("customer.tenantId", "\"" + "x".repeat(101) + "\""),
                wrong("customer.city", "\"Madrid\""),
                wrong("segment", "null"),
                wrong("segment", "\"\""),
                wrong("segment", "\"enterprise\""),
                wrong("segment", "\"HUGE\""),
                wrong("segment", "0"),
                wrong("licenses", "null"),
                wrong("licenses", "0"),
                wrong("licenses", "-1"),
                wrong("licenses", "10000001"),
                wrong("licenses", "99999999999999999999"),
                wrong("licenses", "25000.5"),
                wrong("licenses", "25000.0"),
                wrong("licenses", "2.5e4"),
                wrong("licenses", "\"25000\""),
                wrong("licenses", "true"),
                wrong("licenses", "[25000]"),
                wrong("services", "null"),
                wrong("services", "[]"),
                wrong("services", "\"EXCHANGE\""),
                wrong("services", "[\"EXCHANGE\", \"EXCHANGE\"]"),
                wrong("services", "[\"EXCHANGE\", null]"),
                wrong("services", "[\"EXCHANGE\", 5]"),
                wrong("services", "[\"LOTUS_NOTES\"]"),
                wrong("services", "[\"exchange\"]"),
                wrong("services", "[\"\"]"),
                wrong("services", "{\"EXCHANGE\": true}"),
                wrong("initiatives", "null"),
                wrong("initiatives", "[]"),
                wrong("initiatives", "[\"RFA\", \"RFA\"]"),
                wrong("initiatives", "[\"WORLD_PEACE\"]"),
                wrong("initiatives", "\"RFA\""),
                wrong("entryCriteria", "null"),
                wrong("entryCriteria", "true"),
                wrong("entryCriteria.kickoffHeld", "null"),
                wrong("entryCriteria.kickoffHeld", "\"true\""),
                wrong("entryCriteria.benefitUnderstood", "1"),
                wrong("entryCriteria.resourcesClear", "\"\""),
                wrong("entryCriteria.inEnterpriseAdoptionProgram", "[]"),
                wrong("entryCriteria.lunchEaten", "true"),
                wrong("id", "\"3f2c\""),
                wrong("status", "\"COMPLETED\""),
                wrong("Licenses", "5"));
    }

    private static Arguments wrong(String field, String value) {
        String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        return argumentSet(field + " = " + shown, field, value);
    }

    @ParameterizedTest
    @MethodSource("invalidMembers")
    void namesAnInvalidMember(String field, String value) {
        refused(() -> crm().start(with(field, value))).assertInvalid(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"externalId", "customer", "segment", "licenses", "services", "initiatives", "entryCriteria"})
    void namesAMissingMember(String field) {
        ObjectNode body = Requests.valid();
        body.remove(field);

        refused(() -> crm().start(body)).assertInvalid(field);
    }

    @Test
    void namesAllMissingMembersAtOnce() {
        refused(() -> crm().post(ENGAGEMENTS, "{}"))
                .assertInvalid(
                        "externalId", "customer", "segment", "licenses", "services", "initiatives", "entryCriteria");
    }

    @Test
    void namesAllErrorsAtOnce() {
        ObjectNode body = Requests.object("""
                {
                  "externalId": " ", "customer": {"name": 7, "tenantId": "", "city": "Madrid"}, "segment": "HUGE",
                  "licenses": "25000", "services": ["LOTUS_NOTES"], "initiatives": [],
                  "entryCriteria": {"kickoffHeld": "true", "resourcesClear": true, "inEnterpriseAdoptionProgram": 0},
                  "discount": 5
                }
                """);

        refused(() -> crm().start(body))
                .assertInvalid(
                        "externalId",
                        "customer.name",
                        "customer.tenantId",
                        "customer.city",
                        "segment",
                        "licenses",
                        "services",
                        "initiatives",
                        "entryCriteria.kickoffHeld",
                        "entryCriteria.benefitUnderstood",
                        "entryCriteria.inEnterpriseAdoptionProgram",
                        "discount");
    }

    /** In English, whatever language the caller accepts. */
    @Test
    void saysWhatIsWrong() {
        Answer answer = refused(() -> crm().post(
                        ENGAGEMENTS,
                        "{\"licenses\": 0, \"services\": [\"EXCHANGE\", \"EXCHANGE\"], \"initiatives\": []}",
                        "Accept-Language",
                        "es"));

        assertThat(answer.message("externalId")).isEqualTo("is required");
        assertThat(answer.message("licenses")).isEqualTo("must be at least 1");
        assertThat(answer.message("services")).isEqualTo("must not contain duplicates");
        assertThat(answer.message("initiatives")).isEqualTo("must not be empty");
        assertThat(refused(() -> crm().start(with("licenses", "10000001"))).message("licenses"))
                .isEqualTo("must be at most 10000000");
    }

    @Test
    void countsCodePoints() {
        String name = "😀".repeat(200);
        ObjectNode body = Requests.withoutKickoff().put("externalId", id(100));
        body.withObject("/customer").put("name", name).put("tenantId", "😀".repeat(100));

        String id = started(body);

        assertThat(read(id).at("/customer/name").asText()).isEqualTo(name);
        assertThat(manager()
                        .withdraw(id, "😀".repeat(2000))
                        .assertStatus(200)
                        .json()
                        .get("withdrawalReason")
                        .asText())
                .isEqualTo("😀".repeat(2000));
    }

    private static String id(int characters) {
        String own = UUID.randomUUID().toString();
        return own + "😀".repeat(characters - own.length());
    }

    @Test
    void trimsText() {
        ObjectNode body = Requests.withoutKickoff();
        String externalId = body.get("externalId").asText();
        body.put("externalId", " " + externalId + "\u00a0");
        body.withObject("/customer").put("name", "\u200bContoso\n");

        JsonNode engagement = read(started(body));

        assertThat(engagement.get("externalId").asText()).isEqualTo(externalId);
        assertThat(engagement.at("/customer/name").asText()).isEqualTo("Contoso");
    }

    @Test
    void rejectsBlankReasons() {
        String id = started(Requests.withoutKickoff());

        refused(() -> manager().withdraw(id, "\u00a0\u200b")).assertInvalid("reason");
    }

    @Test
    void listsKnownServices() {
        Answer answer = refused(() -> crm().start(with("services", "[\"EXCHANGE\", \"LOTUS_NOTES\"]")));

        assertThat(answer.message("services"))
                .contains("LOTUS_NOTES")
                .contains(
                        "OFFICE_365_PROPLUS",
                        "WINDOWS_10",
                        "ONEDRIVE_FOR_BUSINESS",
                        "SHAREPOINT",
                        "EXCHANGE",
                        "OUTLOOK_MOBILE",
                        "INTUNE",
                        "EDGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${1+1}", "{max}", "{", "\\\\", "#{7}", "$", "%s %n"})
    void quotesUnknownServicesLiterally(String service) {
        Answer answer = refused(() -> crm().start(with("services", "[\"" + service + "\"]")));

        assertThat(answer.assertInvalid("services").message("services"))
                .contains("(" + service.replace("\\\\", "\\") + ")");
    }

    @Test
    void truncatesUnknownServicesBetweenCharacters() {
        Answer answer = refused(() -> crm().start(with("services", "[\"x" + "😀".repeat(300) + "\"]")));

        assertThat(answer.assertInvalid("services").message("services")).contains("(x" + "😀".repeat(199) + "…)");
    }

    @Test
    void listsKnownEnumValues() {
        assertThat(refused(() -> crm().start(with("segment", "\"HUGE\""))).message("segment"))
                .contains("ENTERPRISE", "CORPORATE", "SMB", "EDUCATION", "GOVERNMENT", "NONPROFIT");
        assertThat(refused(() -> crm().start(with("initiatives", "[\"WORLD_PEACE\"]")))
                        .message("initiatives"))
                .contains("CUSTOMER_HEALTH", "RFA", "TARGETING");
    }

    @Test
    void rejectsUnpairedSurrogates() {
        String body = Requests.valid().toString().replace("Contoso", "Con\\ud83dtoso");

        refused(() -> crm().post(ENGAGEMENTS, body)).assertInvalid("customer.name");
    }

    @Test
    void namesMembersWithUnusualNames() {
        Answer answer =
                refused(() -> crm().post(ENGAGEMENTS, withMember("\"\\u0000\": 1, \"<b>\": 1, \"\": 1, \"a.b\": 1")));

        answer.assertProblem(400, "invalid-request");
        assertThat(Answer.texts(answer.json().path("errors"), "field"))
                .hasSize(4)
                .contains("<b>", "", "a.b");
    }

    @Test
    void acceptsEveryKnownService() {
        ObjectNode body = with("services", EIGHT_SERVICES);
        body.withObject("/entryCriteria").put("kickoffHeld", false);

        assertThat(read(started(body)).get("services")).hasSize(8);
    }

    private static String withMember(String member) {
        return Requests.valid()
                .toString()
                .replaceFirst("\\{", "{" + java.util.regex.Matcher.quoteReplacement(member) + ",");
    }

    /** Returns a valid body with one member changed, given by its dotted path. */
    private static ObjectNode with(String field, String value) {
        ObjectNode body = Requests.valid();
        int dot = field.indexOf('.');
        ObjectNode parent = dot < 0 ? body : body.withObject("/" + field.substring(0, dot));
        parent.set(
                field.substring(dot + 1),
                Requests.object("{\"value\": " + value + "}").get("value"));
        return body;
    }
}
