package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.acmconversation.contract.ApiClient.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.acmconversation.database.Transactions;
import org.acmconversation.engine.instance.ExpiredProcesses;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code /api/retention}: expired rows are deleted from every table. */
abstract class RetentionContract extends ContractTest {

    /** Tables that change independently of these tests: sessions, locks, figures, retried jobs of other tests. */
    private static final Set<String> OTHERS = Set.of(
            "act_ge_bytearray",
            "act_hi_incident",
            "act_hi_job_log",
            "act_ru_incident",
            "engagement_without_process",
            "flyway_schema_history",
            "model_rehearsal",
            "moving_deadlines",
            "node",
            "node_setting",
            "portfolio_figure",
            "portfolio_open",
            "portfolio_open_at_place",
            "shedlock",
            "spring_session",
            "spring_session_attributes",
            "audit_entry",
            "audit_detail");

    private static final String PATH = "/api/retention";

    /** Number of engagements; a long run: -Dacm.lives=10000. */
    private static final int MANY = Integer.getInteger("acm.lives", 20);

    /** One of so many is withdrawn; the others are completed. */
    private static final int WITHDRAWN = 3;

    @Autowired
    ExpiredProcesses expired;

    @Autowired
    Transactions transactions;

    /** Backdates entries of the audit trail. */
    abstract void ageAudit(String condition, int days);

    @Test
    void expiredEngagementsLeaveNoRows() {
        awaitIdle();
        awaitCounted();
        Map<String, Integer> before = sizes();
        List<String> ids = List.of(conversation(), conversation());
        String held = conversation();
        assertThat(admin().send("PUT", hold(held), JSON, "{\"reason\": \"Pleito\"}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
        List<String> all = new ArrayList<>(ids);
        all.add(held);
        awaitCounted();

        List<String> roots = all.stream().map(this::root).toList();
        assertThat(engineRows(roots)).isPositive();
        assertThat(expired("engagement")).isZero();
        all.forEach(id -> database.update(
                "update ACT_HI_PROCINST set END_TIME_ = END_TIME_ - interval '366' day where BUSINESS_KEY_ = ?", id));
        long processes = expired("act_hi_procinst");
        assertThat(processes).isEqualTo(2);
        assertThat(expired("act_hi_taskinst")).isPositive();
        assertThat(sizes().get("act_hi_procinst")).isEqualTo(before.get("act_hi_procinst") + 3);

        // Somebody sets a hold after the cleanup has read which engagements are held.
        assertThat(transactions.tryOut(() -> expired.deleteSome(Instant.now(), List.of(), keys -> keys)))
                .isEmpty();

        JsonNode ofHistory = run();
        assertThat(ofHistory.path("complete").asBoolean()).isTrue();
        assertThat(ofHistory.at("/deleted/act_hi_procinst").asLong()).isEqualTo(processes);
        assertThat(sizes().get("act_hi_procinst")).isEqualTo(before.get("act_hi_procinst") + 1);
        assertThat(read(ids.get(0)).path("status").asText()).isEqualTo("WITHDRAWN");

        all.forEach(this::ageEngagement);
        assertThat(expired("engagement")).isEqualTo(2);
        long entries = expired("timeline_entry");
        assertThat(entries).isPositive();
        long audited = expired("audit_entry");
        assertThat(audited).isPositive();

        JsonNode ofEngagements = run();
        assertThat(ofEngagements.at("/deleted/timeline_entry").asLong()).isEqualTo(entries);
        assertThat(ofEngagements.at("/deleted/audit_entry").asLong()).isEqualTo(audited);
        manager().get(ENGAGEMENTS + "/" + ids.get(0)).assertProblem(404, "engagement-not-found");
        assertThat(read(held).path("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(audited(held)).isPositive();

        assertThat(admin().send("DELETE", hold(held), JSON, new byte[0]).status())
                .isEqualTo(204);
        ageEngagement(held);
        run();
        assertThat(sizes()).isEqualTo(before);
        assertThat(engineRows(roots)).isZero();
        assertThat(all).allSatisfy(id -> assertThat(audited(id)).isZero());
        assertThat(expired("engagement")).isZero();
    }

    @Test
    void manyExpiredEngagementsLeaveNoRows() {
        awaitIdle();
        awaitCounted();
        Map<String, Integer> before = sizes();
        var file = new ImportFile();
        for (int row = 0; row < MANY; row++) {
            file.row(file.externalId(row)
                    + ",Contoso,3f2c,ENTERPRISE,25000,EXCHANGE|EDGE,RFA|TARGETING,true,true,true,false");
        }
        assertThat(crm().importRows(file.bytes())
                        .assertStatus(200)
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(MANY);
        List<UUID> ids = database.queryForList(
                "select id from engagement where external_id like ?", UUID.class, file.mark() + "%");
        veryPatiently().until(() -> count("ACT_RU_JOB where DUEDATE_ is null or DUEDATE_ <= current_timestamp") == 0);
        for (int each = 0; each < MANY; each += WITHDRAWN) {
            manager().withdraw(ids.get(each).toString(), "El cliente cancela").assertStatus(200);
        }
        var worker = new TaskWorker(this, file.mark());
        veryPatiently().until(worker::completeOpenTasks);
        assertThat(worker.introduced()).isEqualTo(MANY - (MANY + WITHDRAWN - 1) / WITHDRAWN);
        veryPatiently()
                .until(() -> count(
                                "ACT_HI_PROCINST where END_TIME_ is null and BUSINESS_KEY_ in (select cast(id as varchar) from engagement where external_id like ?)",
                                file.mark() + "%")
                        == 0);
        awaitIdle();
        awaitCounted();
        List<String> roots = ids.stream().map(UUID::toString).map(this::root).toList();
        assertThat(engineRows(roots)).isPositive();

        database.update("""
                update ACT_HI_PROCINST set END_TIME_ = END_TIME_ - interval '366' day where BUSINESS_KEY_ in
                (select cast(id as varchar) from engagement where external_id like ?)""", file.mark() + "%");
        database.update(
                "update engagement set ended_at = ended_at - interval '731' day where external_id like ?",
                file.mark() + "%");
        ageAudit(
                "engagement_id in (select id from engagement where external_id like '%s%%')".formatted(file.mark()),
                1827);
        run();
        run();

        assertThat(sizes()).isEqualTo(before);
        assertThat(engineRows(roots)).isZero();
        assertThat(ids).allSatisfy(id -> assertThat(audited(id.toString())).isZero());
    }

    @Test
    void runningEngagementsNeverExpire() {
        String id = started(Requests.withoutKickoff());
        awaitTask(id, "completeEntryCriteria");
        database.update(
                "update engagement set started_at = started_at - interval '4000' day where id = ?",
                UUID.fromString(id));

        run();

        assertThat(read(id).path("status").asText()).isEqualTo("RUNNING");
    }

    @Test
    void pastAbsencesAndOrphanedEngineRowsExpire() {
        database.update("""
                insert into absence (id, person, from_day, until_day)
                values (?, 'ana', date '2020-01-01', date '2020-01-02')""", UUID.randomUUID());
        database.update("""
                insert into ACT_RU_AUTHORIZATION (ID_, REV_, TYPE_, USER_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_)
                values (?, 1, 1, 'ana', 7, 'gone', 2)""", UUID.randomUUID().toString());
        database.update("""
                insert into ACT_HI_OP_LOG (ID_, TIMESTAMP_, OPERATION_TYPE_, USER_ID_)
                values (?, timestamp '2020-01-01 00:00:00', 'Delete', 'ana')""", UUID.randomUUID().toString());
        assertThat(expired("absence")).isEqualTo(1);
        assertThat(expired("act_ru_authorization")).isEqualTo(1);
        assertThat(expired("act_hi_op_log")).isEqualTo(1);

        JsonNode run = run();

        assertThat(run.at("/deleted/absence").asInt()).isEqualTo(1);
        assertThat(count("absence where until_day < date '2021-01-01'")).isZero();
        assertThat(count("ACT_RU_AUTHORIZATION where RESOURCE_ID_ = 'gone'")).isZero();
        assertThat(count("ACT_HI_OP_LOG where TIMESTAMP_ < timestamp '2021-01-01 00:00:00'"))
                .isZero();
    }

    private String conversation() {
        String id = crm().start(
                        Requests.withoutKickoff(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .assertStatus(201)
                .id();
        TaskForm form = TaskForm.of(this, id, "completeEntryCriteria");
        form.claim("manager");
        form.complete("manager", "{\"kickoffHeld\": true, \"benefitUnderstood\": true, \"resourcesClear\": true}")
                .assertStatus(204);
        awaitTask(id, "scheduleConversation");
        manager()
                .post(ENGAGEMENTS + "/" + id + "/notes", "{\"text\": \"Todo va bien\"}")
                .assertStatus(201);
        manager()
                .post(ENGAGEMENTS + "/" + id + "/contacts", "{\"name\": \"Ana\", \"organization\": \"CUSTOMER\"}")
                .assertStatus(201);
        manager()
                .post(
                        ENGAGEMENTS + "/" + id + "/contacts",
                        "{\"name\": \"Eva\", \"organization\": \"FASTTRACK\", \"email\": \"eva@fasttrack.example\"}")
                .assertStatus(201);
        TaskForm call = TaskForm.of(this, id, "scheduleConversation");
        call.claim("manager");
        call.complete("manager", """
                {"conversationAt": "2099-12-01T10:00+01:00", "itProfessional": "Ana", "businessStakeholders": "Luis",
                 "decisionMakers": "Eva"}""").assertStatus(204);
        awaitTask(id, "conductConversation");
        assertThat(count("call_invitation_recipient where engagement_id = ?", UUID.fromString(id)))
                .isPositive();
        manager().withdraw(id, "El cliente cancela").assertStatus(200);
        awaitIdle();
        return id;
    }

    private String root(String id) {
        return database.queryForObject(
                "select ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ? and SUPER_PROCESS_INSTANCE_ID_ is null",
                String.class,
                id);
    }

    /** Returns the number of rows in all tables that refer to one of the processes. */
    private int engineRows(List<String> roots) {
        return database
                .queryForList(
                        "select table_name from information_schema.columns where lower(column_name) = 'root_proc_inst_id_'"
                                + " and table_schema = current_schema",
                        String.class)
                .stream()
                .mapToInt(table ->
                        count("%s where ROOT_PROC_INST_ID_ in ('%s')".formatted(table, String.join("', '", roots))))
                .sum();
    }

    private void ageEngagement(String id) {
        database.update(
                "update engagement set ended_at = ended_at - interval '731' day where id = ?", UUID.fromString(id));
        ageAudit("engagement_id = '%s'".formatted(id), 1827);
    }

    private void awaitCounted() {
        patiently().until(() -> count("portfolio_change") == 0);
    }

    private ApiClient admin() {
        return anonymous().as("admin");
    }

    private static String hold(String id) {
        return ENGAGEMENTS + "/" + id + "/legal-hold";
    }

    private long expired(String table) {
        return anonymous()
                .as("operator")
                .get(PATH)
                .assertStatus(200)
                .json()
                .at("/expired/" + table)
                .asLong();
    }

    private int audited(String id) {
        return count("audit_entry where engagement_id = ?", UUID.fromString(id));
    }

    private JsonNode run() {
        String last = lastRun().path("startedAt").asText();
        anonymous().as("operator").post(PATH + "/runs", "").assertStatus(202);
        return veryPatiently()
                .until(this::lastRun, run -> !run.path("startedAt").asText().equals(last));
    }

    private static ConditionFactory veryPatiently() {
        return patiently().atMost(Duration.ofSeconds(60 + MANY));
    }

    private JsonNode lastRun() {
        return anonymous().as("operator").get(PATH).assertStatus(200).json().path("lastRun");
    }

    private Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        for (String table : database.queryForList(
                "select lower(table_name) from information_schema.tables"
                        + " where lower(table_schema) = 'public' and table_type = 'BASE TABLE'",
                String.class)) {
            if (!OTHERS.contains(table)) {
                sizes.put(table, count(table));
            }
        }
        return sizes;
    }
}
