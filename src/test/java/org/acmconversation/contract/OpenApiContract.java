package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.acmconversation.problem.VisibleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The OpenAPI document. */
abstract class OpenApiContract extends ContractTest {

    private static final String ONE = ENGAGEMENTS + "/{id}";

    /** Members of an engagement that may be null. */
    private static final List<String> NULLABLE = List.of(
            "country",
            "timeZone",
            "outcome",
            "withdrawalReason",
            "processInstanceId",
            "endedAt",
            "nextAction",
            "lastNoteAt",
            "noteDueAt");

    /** Sorts keys, so that a diff shows only changes. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES, YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .build();

    private static final Path COMMITTED = Path.of("docs", "openapi.yaml");

    private static final String WRITE = "./mvnw test -Dtest='ContractOnH2Test$OpenApi' -Dacm.openapi.write=true";

    @Test
    void documentEqualsTheCommittedFile() throws IOException {
        // The server's address is not part of the contract.
        JsonNode served = ((ObjectNode) api()).without(List.of("servers"));
        String text = YAML.writeValueAsString(YAML.convertValue(served, Map.class));
        if (Boolean.getBoolean("acm.openapi.write")) {
            Files.writeString(COMMITTED, text);
        }

        assertThat(text)
                .as(
                        "The API has changed. If callers can continue as before, write %s again and commit it:%n%s",
                        COMMITTED, WRITE)
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void documentsEveryOperation() {
        List<String> operations = new ArrayList<>();
        api().get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> operations.add(method + " " + path.getKey())));

        assertThat(operations)
                .containsExactlyInAnyOrder(
                        "post " + ENGAGEMENTS,
                        "get " + ENGAGEMENTS,
                        "get " + ONE,
                        "patch " + ONE,
                        "post " + ONE + "/conversation",
                        "post " + ONE + "/withdrawal",
                        "get " + ONE + "/ftop-tasks",
                        "post " + ONE + "/ftop-tasks/{catalogId}/retry",
                        "get /api/ftop-reconciliation",
                        "get /api/engagements-without-process",
                        "get " + ONE + "/timeline",
                        "get " + ONE + "/answers",
                        "get " + ONE + "/comments",
                        "post /api/tasks/{taskId}/comments",
                        "get /api/me/completed",
                        "get /api/releases",
                        "post /api/releases",
                        "get /api/releases/{number}",
                        "delete /api/releases/{number}",
                        "get /api/releases/{number}/files/{path}",
                        "put /api/releases/{number}/files/{path}",
                        "delete /api/releases/{number}/files/{path}",
                        "get /api/releases/{number}/files.zip",
                        "post /api/releases/{number}/publication",
                        "post /api/releases/{number}/reversal",
                        "post /api/releases/{number}/scenarios",
                        "get /api/mail/dead-letters",
                        "post /api/mail/dead-letters/replay",
                        "post /api/mail/dead-letters/{id}/replay",
                        "delete /api/mail/dead-letters/{id}",
                        "get /api/me",
                        "put /api/me",
                        "get /api/me/notifications",
                        "put /api/me/notifications",
                        "get /api/tasks/{taskId}/draft",
                        "put /api/tasks/{taskId}/draft",
                        "delete /api/tasks/{taskId}/draft",
                        "get /api/me/next",
                        "get /api/tasks/{taskId}/next",
                        "get /api/tasks/{taskId}/receivers",
                        "get /api/me/calendar",
                        "post /api/me/calendar",
                        "delete /api/me/calendar",
                        "get /api/holidays/{country}",
                        "get /api/holidays/{country}/{date}",
                        "put /api/holidays/{country}/{date}",
                        "delete /api/holidays/{country}/{date}",
                        "get " + ONE + "/contacts",
                        "post " + ONE + "/contacts",
                        "get " + ONE + "/contacts/{contactId}",
                        "patch " + ONE + "/contacts/{contactId}",
                        "delete " + ONE + "/contacts/{contactId}",
                        "put " + ONE + "/next-action",
                        "get " + ONE + "/notes",
                        "post " + ONE + "/notes",
                        "post /api/tasks/assignments",
                        "get /api/absences",
                        "post /api/absences",
                        "get /api/absences/{id}",
                        "patch /api/absences/{id}",
                        "delete /api/absences/{id}",
                        "get /api/me/substitution",
                        "put /api/tasks/{taskId}/substitution",
                        "delete /api/tasks/{taskId}/substitution",
                        "post " + ENGAGEMENTS + "/import",
                        "get /api/ftop-catalog",
                        "get " + ENGAGEMENTS + "/similar",
                        "get " + ENGAGEMENTS + ".csv",
                        "get " + ENGAGEMENTS + ".xlsx",
                        "post " + ENGAGEMENTS + "/preview",
                        "get /api/portfolio",
                        "post /api/portfolio/rebuild",
                        "get /api/views",
                        "get /api/views/{name}",
                        "put /api/views/{name}",
                        "delete /api/views/{name}",
                        "post /api/ftop-reconciliation/acknowledgements",
                        "get /api/retention",
                        "post /api/retention/runs",
                        "get /api/audit",
                        "get /api/personal-data",
                        "get " + ONE + "/personal-data",
                        "get " + ONE + "/erasure",
                        "post " + ONE + "/erasure",
                        "delete " + ONE + "/erasure",
                        "get " + ONE + "/legal-hold",
                        "put " + ONE + "/legal-hold",
                        "delete " + ONE + "/legal-hold",
                        "get /api/webhook/dead-letters",
                        "post /api/webhook/dead-letters/{id}/replay",
                        "post /api/webhook/dead-letters/replay",
                        "delete /api/webhook/dead-letters/{id}");
    }

    @Test
    void everyOperationDocumentsItsErrors() {
        api().get("paths")
                .forEach(path -> path.forEach(operation -> {
                    JsonNode responses = operation.get("responses");
                    assertThat(operation.get("summary").asText()).isNotBlank();
                    assertThat(responses.fieldNames()).toIterable().contains("401", "403", "500", "503");
                    assertThat(responses
                                    .at("/401/content/application~1problem+json/schema/$ref")
                                    .asText())
                            .isEqualTo("#/components/schemas/Problem");
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "post, /api/absences, 409",
        "patch, /api/absences/{id}, 409",
        "get, /api/tasks/{taskId}/draft, 404",
        "get, /api/tasks/{taskId}/draft, 409",
        "put, /api/tasks/{taskId}/draft, 412",
        "put, /api/tasks/{taskId}/substitution, 404",
        "delete, /api/tasks/{taskId}/substitution, 409",
        "post, /api/tasks/{taskId}/comments, 404",
        "post, /api/tasks/assignments, 409",
        "get, /api/tasks/{taskId}/receivers, 404",
        "delete, /api/holidays/{country}/{date}, 404",
        "get, /api/views/{name}, 404",
        "delete, /api/engagements/{id}/erasure, 409",
        "post, /api/engagements/{id}/ftop-tasks/{catalogId}/retry, 409",
        "delete, /api/releases/{number}, 409",
        "post, /api/retention/runs, 409",
        "post, /api/engagements, 410"
    })
    void describesRefusals(String method, String path, String status) {
        assertThat(api().get("paths").get(path).get(method).get("responses").fieldNames())
                .toIterable()
                .contains(status);
    }

    @Test
    void documentsTheStartOfAnEngagement() {
        JsonNode start = api().get("paths").get(ENGAGEMENTS).get("post");

        assertThat(Answer.texts(start.get("parameters"), "name")).containsExactly("Idempotency-Key");
        assertThat(start.get("responses").fieldNames())
                .toIterable()
                .contains("201", "400", "401", "403", "409", "413", "415", "422", "500");
        assertThat(start.at("/responses/201/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/EngagementResource");
        assertThat(start.at("/parameters/0/in").asText()).isEqualTo("header");
        assertThat(start.get("requestBody").get("content").fieldNames())
                .toIterable()
                .containsExactly("application/json");
    }

    @Test
    void documentsMediaTypes() {
        JsonNode paths = api().get("paths");

        assertThat(paths.get(ONE).at("/patch/requestBody/content").fieldNames())
                .toIterable()
                .containsExactly("application/merge-patch+json");
        assertThat(paths.get(ENGAGEMENTS + "/import")
                        .at("/post/requestBody/content")
                        .fieldNames())
                .toIterable()
                .containsExactly("text/csv");
    }

    @Test
    void mergePatchesRequireNoMember() {
        JsonNode schemas = api().at("/components/schemas");

        assertThat(api().get("paths")
                        .get(ONE)
                        .at("/patch/requestBody/content/application~1merge-patch+json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/ProfilePatch");
        assertThat(schemas.at("/ProfilePatch/properties/entryCriteria/$ref").asText())
                .isEqualTo("#/components/schemas/EntryCriteriaPatch");
        for (String patch : List.of("ProfilePatch", "EntryCriteriaPatch", "ContactDataPatch", "AbsenceDataPatch")) {
            assertThat(schemas.get(patch).get("properties")).isNotEmpty();
            assertThat(schemas.get(patch).has("required")).isFalse();
        }
        assertThat(schemas.get("Profile").has("required")).isTrue();
    }

    /** Callers generate code that refuses what the schema does not allow. */
    @Test
    void membersThatMayBeNullAllowNull() {
        JsonNode schema = api().at("/components/schemas/EngagementResource/properties");
        JsonNode running = read(started(Requests.withoutKickoff()));

        assertThat(running.get("endedAt").isNull()).isTrue();
        running.properties()
                .forEach(member -> assertThat(allowsNull(schema.get(member.getKey())))
                        .as("%s: %s", member.getKey(), schema.get(member.getKey()))
                        .isEqualTo(NULLABLE.contains(member.getKey())));
        assertThat(running.properties())
                .filteredOn(member -> member.getValue().isNull())
                .extracting(Map.Entry::getKey)
                .isSubsetOf(NULLABLE);
    }

    private static boolean allowsNull(JsonNode schema) {
        JsonNode types = schema.get("type");
        return schema.has("anyOf")
                ? Answer.texts(schema.get("anyOf"), "type").contains("null")
                : types != null && types.isArray() && types.toString().contains("\"null\"");
    }

    @Test
    void documentsTextLimits() {
        JsonNode schemas = api().at("/components/schemas");

        assertThat(schemas.at("/NewEngagement/properties/externalId/maxLength").asInt())
                .isEqualTo(100);
        assertThat(schemas.at("/Customer/properties/name/maxLength").asInt()).isEqualTo(200);
        assertThat(schemas.at("/Withdrawal/properties/reason/maxLength").asInt())
                .isEqualTo(2000);
        assertThat(schemas.findValuesAsText("pattern")).hasSize(43).allMatch(VisibleText.PATTERN::equals);
    }

    @Test
    void patternsAreValidInEveryDialect() {
        // A class of code units: it means the same in ECMA-262 (with or without the flag u), Java, Python and .NET.
        assertThat(api().findValuesAsText("pattern"))
                .isNotEmpty()
                .allMatch(pattern -> pattern.matches("\\[\\^(\\\\u[0-9A-F]{4}-?)+]"));
    }

    @Test
    void documentsTheParametersOfTheList() {
        assertThat(Answer.texts(api().get("paths").get(ENGAGEMENTS).at("/get/parameters"), "name"))
                .containsExactlyInAnyOrder(
                        "status",
                        "segment",
                        "service",
                        "initiative",
                        "q",
                        "activity",
                        "owner",
                        "due",
                        "waitingFor",
                        "from",
                        "to",
                        "missing",
                        "actionOwner",
                        "startedBy",
                        "role",
                        "completed",
                        "completedFrom",
                        "completedTo",
                        "endedFrom",
                        "endedTo",
                        "page",
                        "size",
                        "sort");
    }

    @Test
    void servesSwaggerUi() {
        Answer page = manager().get("/swagger-ui/index.html").assertStatus(200);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("swagger-ui");
        assertThat(manager().get("/swagger-ui.html").header("Location")).endsWith("/swagger-ui/index.html");
    }

    @Test
    void documentRequiresALogin() {
        assertThat(anonymous().get("/v3/api-docs").status()).isIn(302, 401);
    }

    private JsonNode api() {
        return manager().get("/v3/api-docs").assertStatus(200).json();
    }
}
