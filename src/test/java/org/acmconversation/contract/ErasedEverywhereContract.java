package org.acmconversation.contract;

import static org.acmconversation.contract.Answer.texts;
import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.acmconversation.contract.ApiClient.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.acmconversation.personaldata.PersonalData;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.ColumnMapRowMapper;

/** An erasure removes personal data from every table. */
@ExtendWith(OutputCaptureExtension.class)
abstract class ErasedEverywhereContract extends ContractTest {

    private static final String SECOND = "thirdadmin";

    /** Tables and text columns that an erasure need not change. Add a new one only with a reason. */
    private static final Map<String, String> NOT_PERSONAL = Map.ofEntries(
            Map.entry("absence", "the person's own; about no engagement"),
            Map.entry("absence_lock", "a lock"),
            Map.entry("audit_entry", "who did what, append-only; details are in audit_detail"),
            Map.entry("calendar_feed", "the person's own; about no engagement"),
            Map.entry("call_invitation", "a time and a counter"),
            Map.entry("company_day", "days off"),
            Map.entry("engagement.country", "a constant, by which due dates are counted"),
            Map.entry("engagement.time_zone", "a constant, by which due dates are counted"),
            Map.entry("engagement.outcome", "a constant"),
            Map.entry("engagement.process_instance_id", "an id"),
            Map.entry("engagement.segment", "a constant, which the portfolio counts"),
            Map.entry("engagement.services", "constants, which the portfolio counts"),
            Map.entry("engagement.initiatives", "constants, which the portfolio counts"),
            Map.entry("engagement.status", "a constant"),
            Map.entry("engagement.traceparent", "an id"),
            Map.entry("engagement_without_process", "ids"),
            Map.entry("database_identity", "ids of the database"),
            Map.entry("erasure.requested_by", "who is accountable"),
            Map.entry("erasure.confirmed_by", "who is accountable"),
            Map.entry("erasure.receipt", "names of tables"),
            Map.entry("event_publication.listener_id", "a constant"),
            Map.entry("event_publication.event_type", "a constant"),
            Map.entry("ftop_reconciliation", "ids and states of FTOP tasks"),
            Map.entry("ftop_unknown_task", "ids, and what an operator found out; about no engagement"),
            Map.entry("ftop_task.catalog_id", "an id of the catalog"),
            Map.entry("ftop_task.name", "from the catalog"),
            Map.entry("ftop_task.role", "a constant"),
            Map.entry("ftop_task.status", "a constant"),
            Map.entry("ftop_task.acknowledged_status", "a constant"),
            Map.entry("ftop_task.ftop_reference", "an id"),
            Map.entry("ftop_task.failure", "a constant"),
            Map.entry("idempotent_answer.request_key", "the client's name for a request"),
            Map.entry("idempotent_answer.request_digest", "a digest"),
            Map.entry("idempotent_answer.subject", "an id"),
            Map.entry("mail.failure", "a code or a constant"),
            Map.entry("mail.composer", "a constant"),
            Map.entry("mail.mail_key", "an id"),
            Map.entry("mail.reference", "a user"),
            Map.entry("mail.status", "a constant"),
            Map.entry("made_at_start", "names of our own"),
            Map.entry("model_migration", "ids of releases and activities"),
            Map.entry("model_migration_case", "ids, states and why the engine refused"),
            Map.entry("model_rehearsal", "results of scenarios, which are models"),
            Map.entry("model_release", "who published models"),
            Map.entry("model_release_file", "models"),
            Map.entry("model_set", "models"),
            Map.entry("moving_deadlines", "countries and ids, while deadlines move"),
            Map.entry("node", "computers"),
            Map.entry("node_setting", "settings"),
            Map.entry("notification_choice", "settings of users"),
            Map.entry("notification_quiet_hours", "settings of users"),
            Map.entry("notification_unsubscribe", "secrets of users"),
            Map.entry("person", "settings of users"),
            Map.entry("portfolio_change", "ids and times"),
            Map.entry("portfolio_engagement", "what the portfolio counts"),
            Map.entry("portfolio_figure", "counts"),
            Map.entry("portfolio_lock", "a lock"),
            Map.entry("portfolio_open", "counts"),
            Map.entry("portfolio_open_at_place", "counts"),
            Map.entry("portfolio_task", "ids and times"),
            Map.entry("provider_membership", "users, for 90 days after their last login"),
            Map.entry("retention_run", "counts"),
            Map.entry("saved_view", "the user's own, who can delete it; about no engagement"),
            Map.entry("shedlock", "locks"),
            Map.entry("spring_session", "ends after 30 minutes"),
            Map.entry("spring_session_attributes", "ends after 30 minutes"),
            Map.entry("teams_channel", "roles, and why Teams did not take a card"),
            Map.entry("timeline_entry.activity_id", "an id of the model"),
            Map.entry("timeline_entry.actor", "who did it"),
            Map.entry("timeline_entry.event", "a constant"),
            Map.entry("webhook_stream", "ids and numbers"),
            Map.entry("webhook_message.failure", "why the receiver did not take it"),
            Map.entry("webhook_message.status", "a constant"),
            Map.entry("webhook_message.type", "a constant"));

    @Autowired
    IdentityService identityService;

    @Autowired
    List<PersonalData> personalData;

    private final String marker =
            "Marca" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @Test
    void everyTextColumnIsErasedOrNotPersonal() {
        Set<String> known = new HashSet<>(NOT_PERSONAL.keySet());
        personalData.forEach(data -> known.addAll(data.erased()));
        List<String> unknown = new ArrayList<>();
        for (String table : tables()) {
            if (table.startsWith("act_") || known.contains(table)) {
                continue;
            }
            List<String> columns = textColumns(table).stream()
                    .map(column -> table + "." + column)
                    .toList();
            columns.stream().filter(column -> !known.contains(column)).forEach(unknown::add);
            if (columns.isEmpty()
                    && personalData.stream().noneMatch(data -> data.erased().contains(table))) {
                unknown.add(table);
            }
        }
        assertThat(unknown)
                .as("needs a bean of type PersonalData, or a reason in this test")
                .isEmpty();
    }

    @Test
    void everyErasedColumnExists() {
        Set<String> columns = new HashSet<>();
        tables().forEach(table -> {
            columns.add(table);
            textColumns(table).forEach(column -> columns.add(table + "." + column));
        });
        personalData.forEach(data -> assertThat(columns).containsAll(data.erased()));
    }

    @Test
    void erasesAMarkerFromEveryTableAndTheLog(CapturedOutput log) {
        String id = conversation();
        String imported = imported();
        assertThat(places())
                .contains("engagement", "timeline_entry", "audit_detail", "act_hi_varinst", "task_answer", "ftop_task");
        manager().withdraw(id, marker).assertStatus(200);
        awaitIdle();
        JsonNode statistics = statistics();
        Administrators.create(identityService, SECOND);
        try {
            erase(id);
            erase(imported);
        } finally {
            Administrators.delete(identityService, SECOND);
        }

        assertThat(places()).isEmpty();
        assertThat(log).contains(id).doesNotContainIgnoringCase(marker);
        assertThat(statistics()).isEqualTo(statistics);
        JsonNode story = manager().get(ENGAGEMENTS + "/" + id + "/timeline").json();
        assertThat(texts(story, "name")).contains("Completar las entradas clave", "Realizar la discusión de valor");
        assertThat(story)
                .filteredOn(entry -> entry.hasNonNull("activityId"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.path("name")).isNotEqualTo(entry.path("activityId")));
    }

    private void erase(String id) {
        String erasure = ENGAGEMENTS + "/" + id + "/erasure";
        String reason = "{\"reason\": \"%s\"}".formatted(marker);
        anonymous().as("admin").post(erasure, reason).assertStatus(202);
        anonymous().as(SECOND).post(erasure, reason).assertStatus(200);
    }

    /** Imports an engagement together with a rejected row, and withdraws it. */
    private String imported() {
        String row = "%1$s-2,%1$s,%1$s,%2$s,25000,EXCHANGE,RFA,false,true,true,false";
        Answer report = crm().importRows(new ImportFile()
                        .row(row.formatted(marker, "SMB"))
                        .row(row.formatted(marker, marker))
                        .bytes())
                .assertStatus(200);
        assertThat(report.json().path("accepted").asInt()).isOne();
        assertThat(report.json().path("rejected")).hasSize(1);
        String id = database.queryForObject(
                "select cast(id as varchar) from engagement where external_id = ?", String.class, marker + "-2");
        manager().withdraw(id, marker).assertStatus(200);
        return id;
    }

    /** Runs a conversation to its last task. */
    private String conversation() {
        ObjectNode request = Requests.withoutKickoff();
        request.put("externalId", marker);
        request.withObject("/customer").put("name", marker).put("tenantId", marker);
        request.putArray("services").add("EXCHANGE");
        String id = crm().start(request, "Idempotency-Key", UUID.randomUUID().toString())
                .assertStatus(201)
                .id();
        String task = awaitTask(id, "completeEntryCriteria").path("taskId").asText();
        write(id, task);
        complete(id, "completeEntryCriteria", """
                {"kickoffHeld": true, "benefitUnderstood": true, "resourcesClear": true}""");
        complete(id, "scheduleConversation", """
                {"conversationAt": "2099-12-01T10:00:00+01:00", "itProfessional": "%1$s",
                 "businessStakeholders": "%1$s", "decisionMakers": "%1$s"}""");
        complete(id, "conductConversation", """
                {"partnerRequested": true, "changeKnowledge": "LOW", "changeInterest": "HIGH",
                 "resourcesShared": [], "objections": "%1$s", "notes": "%2$s"}""");
        complete(id, "proposePartnerServices", """
                {"partnerStage": "ADVISORY_AND_PLANNING", "partnerServices": ["COACHING"]}""");
        complete(id, "confirmPartner", """
                {"partnerOutcome": "ACCEPTED", "partnerName": "%1$s"}""");
        declineOrRequestSme(id);
        declineOrRequestSme(id);
        complete(id, "requestSme", """
                {"smeTopic": "%1$s", "smeName": "%1$s"}""");
        complete(id, "deliverValueDiscussion", """
                {"discussionOutcome": "DELIVERED"}""");
        complete(id, "qualifyAdditionalServices", """
                {"qualifiedServices": "%1$s", "nextSteps": "%1$s"}""");
        awaitTask(id, "introduceAdoptionSme");
        return id;
    }

    /** One of the two discussions is mandatory; the tasks have no fixed order. */
    private void declineOrRequestSme(String id) {
        TaskForm form = TaskForm.of(this, id, "deliverValueDiscussion");
        form.claim("admin");
        String declined = "{\"discussionOutcome\": \"DECLINED\", \"declineReason\": \"%s\"}".formatted(marker);
        if (form.complete("admin", declined).status() != 204) {
            form.complete("admin", "{\"discussionOutcome\": \"SME_NEEDED\"}").assertStatus(204);
        }
    }

    /** Text that people write outside of forms. */
    private void write(String id, String task) {
        String engagement = ENGAGEMENTS + "/" + id;
        String key = UUID.randomUUID().toString();
        manager()
                .post(
                        "/api/tasks/" + task + "/comments",
                        "{\"text\": \"%s\"}".formatted(marker),
                        "Idempotency-Key",
                        key)
                .assertStatus(201);
        manager()
                .post(
                        "/engine-rest/task/" + task + "/comment/create",
                        "{\"message\": \"%s\"}".formatted((marker + " ").repeat(150)))
                .assertStatus(200);
        manager()
                .post(engagement + "/notes", "{\"text\": \"%s\"}".formatted(marker), "Idempotency-Key", key + "n")
                .assertStatus(201);
        String contact = "{\"name\": \"%1$s\", \"organization\": \"CUSTOMER\", \"role\": \"%1$s\"}".formatted(marker);
        manager()
                .post(engagement + "/contacts", contact, "Idempotency-Key", key + "c")
                .assertStatus(201);
        put(
                manager(),
                engagement + "/next-action",
                "{\"action\": \"%s\", \"date\": \"%s\"}".formatted(marker, LocalDate.now(ZoneId.of("Europe/Madrid"))));
        manager()
                .post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"manager\"}")
                .assertStatus(204);
        put(manager(), "/api/tasks/" + task + "/draft", "{\"notes\": \"%s\"}".formatted(marker));
        put(
                anonymous().as("admin"),
                "/engine-rest/task/" + task,
                "{\"name\": \"%1$s\", \"description\": \"%1$s\", \"assignee\": \"admin\", \"priority\": 50}"
                        .formatted(marker));
        manager().change(id, "{\"licenses\": 21000}").assertStatus(200);
    }

    private static void put(ApiClient client, String path, String body) {
        assertThat(client.send("PUT", path, JSON, body.getBytes(StandardCharsets.UTF_8))
                        .status())
                .as(path)
                .isBetween(200, 204);
    }

    private void complete(String id, String activityId, String fields) {
        TaskForm form = TaskForm.of(this, id, activityId);
        form.claim("admin");
        form.complete("admin", fields.formatted(marker, (marker + " ").repeat(200)))
                .assertStatus(204);
    }

    private JsonNode statistics() {
        patiently().until(() -> count("portfolio_change") == 0);
        anonymous().as("operator").post("/api/portfolio/rebuild", "").assertStatus(200);
        return anonymous()
                .as("operator")
                .get("/api/portfolio")
                .assertStatus(200)
                .json();
    }

    /** Returns the tables with the marker in any column. */
    private Set<String> places() {
        Set<String> places = new HashSet<>();
        for (String table : tables()) {
            database.query("select * from " + table, row -> {
                Map<String, Object> columns = new ColumnMapRowMapper().mapRow(row, 0);
                if (columns.values().stream().anyMatch(this::hasMarker)) {
                    places.add(table);
                }
            });
        }
        return places;
    }

    private boolean hasMarker(Object value) {
        String text = value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
        return text.toLowerCase(Locale.ROOT).contains(marker.toLowerCase(Locale.ROOT));
    }

    private List<String> tables() {
        return database.queryForList(
                "select lower(table_name) from information_schema.tables"
                        + " where lower(table_schema) = 'public' and table_type = 'BASE TABLE'"
                        + " and lower(table_name) <> 'flyway_schema_history'",
                String.class);
    }

    private List<String> textColumns(String table) {
        return database.queryForList(
                "select lower(column_name) from information_schema.columns where lower(table_schema) = 'public'"
                        + " and lower(table_name) = ? and lower(data_type) not in ('uuid', 'boolean', 'smallint',"
                        + " 'integer', 'bigint', 'date', 'timestamp with time zone', 'timestamp without time zone',"
                        + " 'timestamp')",
                String.class,
                table);
    }
}
