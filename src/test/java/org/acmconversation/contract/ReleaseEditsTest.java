package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.acmconversation.contract.ModelEdit.Effect;
import org.acmconversation.contract.ModelEdit.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/**
 * The effect of each kind of edit on engagements in all wait states, except for one step that an edit removes because
 * nobody waits there. {@code -Dacm.edits=10} runs ten engagements in each of the six wait states instead of one, and
 * {@code -Dacm.edits=170} a thousand in all. It has its own application, because it migrates all engagements.
 */
@Tag("faults")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            OnH2.JOBS_LOOKED_FOR,
            OnH2.JOBS_LOOKED_FOR_AT_LEAST,
            OnH2.MIGRATIONS_LOOKED_FOR
        })
@ActiveProfiles("local")
class ReleaseEditsTest extends ReleaseTest {

    private static final int AT_EACH_PLACE = Integer.getInteger("acm.edits", 1);

    private static final String OF_OURS = " in (select ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ in (%s))";

    /** Those that an edit has left as they were serve the next one, too. */
    private static final List<String> ours = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(ModelEdit.class)
    void noEditLosesEngagements(ModelEdit edit) {
        if (ours.isEmpty()) {
            populate();
        }
        boolean areAsBefore = false;
        try {
            assertNoneIsLost(edit);
            areAsBefore = edit.effect().verdict() != Verdict.MOVE;
        } finally {
            if (!areAsBefore) {
                ours.forEach(id -> manager().withdraw(id, "Ended").assertStatus(200));
                ours.clear();
            }
        }
    }

    private void assertNoneIsLost(ModelEdit edit) {
        Effect effect = edit.effect();
        Map<String, Instant> due = dueDates();
        Map<String, List<Instant>> timers = timers();

        JsonNode draft = create(new Multipart().file(edit.path(), edit.content()))
                .assertStatus(201)
                .json();
        assertThat(Answer.texts(draft.path("changes"), "text")).anyMatch(text -> text.contains(edit.sentence()));
        if (effect.verdict() == Verdict.REFUSED) {
            assertThat(errors(draft)).isNotEmpty();
        } else {
            assertThat(errors(draft)).isEmpty();
            assertImpact(draft.path("impact"), effect);
            publish(draft.path("number").asLong(), edit);
            if (effect.verdict() != Verdict.CANNOT_MOVE) {
                assertMigrated(draft.path("number").asLong(), effect, due, timers);
                assertForms(edit);
            }
        }
        assertNothingIsLost();
        if (effect.verdict() == Verdict.STAY) {
            rollBack(draft.path("number").asLong());
            assertThat(dueDates()).isEqualTo(due);
            assertThat(timers()).isEqualTo(timers);
            assertNothingIsLost();
        }
    }

    private void populate() {
        for (int i = 0; i < AT_EACH_PLACE; i++) {
            ours.add(started(Requests.withoutKickoff()));
            ours.add(started(Requests.valid()));
            scheduled(Requests.valid());
            conducted(scheduled(Requests.valid()), true);
            partnerProposedAndSmeNeeded();
            ObjectNode withoutDiscussions = Requests.valid();
            withoutDiscussions.putArray("services").add("TEAMS");
            String eligible = scheduled(withoutDiscussions);
            conducted(eligible, false);
            awaitTask(eligible, "qualifyAdditionalServices");
        }
        ours.forEach(id -> patiently()
                .until(() -> count("ACT_RU_TASK where PROC_INST_ID_" + OF_OURS.formatted("'" + id + "'")) > 0));
        awaitIdle();
    }

    private String scheduled(ObjectNode request) {
        String id = started(request);
        ours.add(id);
        TaskForm.of(this, id, "scheduleConversation")
                .complete("manager", """
                        {"conversationAt": "%s", "itProfessional": "Ana", "businessStakeholders": "Luis",
                         "decisionMakers": "Eva"}""".formatted(Instant.now().plusSeconds(172_800)))
                .assertStatus(204);
        awaitTask(id, "conductConversation");
        return id;
    }

    private void conducted(String id, boolean partnerRequested) {
        TaskForm.of(this, id, "conductConversation")
                .complete("manager", """
                        {"partnerRequested": %s, "changeKnowledge": "LOW", "changeInterest": "HIGH",
                         "resourcesShared": []}""".formatted(partnerRequested))
                .assertStatus(204);
        if (partnerRequested) {
            awaitTask(id, "deliverValueDiscussion");
            awaitTask(id, "proposePartnerServices");
        }
    }

    /** Starts an engagement that waits for the partner's confirmation and for an SME. */
    private void partnerProposedAndSmeNeeded() {
        String id = scheduled(Requests.valid());
        conducted(id, true);
        TaskForm.of(this, id, "proposePartnerServices").complete("manager", """
                        {"partnerStage": "ADVISORY_AND_PLANNING", "partnerServices": ["COACHING"]}""").assertStatus(204);
        boolean isManagers = awaitTask(id, "deliverValueDiscussion")
                .path("candidateGroups")
                .toString()
                .contains("fasttrack-manager");
        TaskForm.of(this, id, "deliverValueDiscussion")
                .complete(isManagers ? "manager" : "engineer", """
                        {"discussionOutcome": "SME_NEEDED"}""")
                .assertStatus(204);
        awaitTask(id, "confirmPartner");
        awaitTask(id, "requestSme");
    }

    private static void assertImpact(JsonNode impact, Effect effect) {
        if (effect.verdict() == Verdict.STAY) {
            assertThat(impact.path("needsMapping")).isEmpty();
            assertThat(impact.path("migratable").asInt()).isPositive();
        } else {
            assertThat(Answer.texts(impact.path("needsMapping"), "activityId")).containsExactly(effect.activity());
            assertThat(impact.at("/needsMapping/0/count").asInt()).isGreaterThanOrEqualTo(AT_EACH_PLACE);
        }
    }

    private void publish(long number, ModelEdit edit) {
        Effect effect = edit.effect();
        String all = "{\"migrate\": \"ALL\"}";
        if (effect.verdict() != Verdict.STAY) {
            assertThat(publish(analyst(), number, all)
                            .assertProblem(409, "release-not-ready")
                            .json()
                            .path("blockers")
                            .toString())
                    .contains(" en «%s»".formatted(edit.nameOfPlace()));
        }
        String order = switch (effect.verdict()) {
            case STAY -> all;
            case MOVE -> """
                            {"migrate": "ALL", "mappings": [{"process": "acm-conversation", "from": "%s", "to": "%s"}]}""".formatted(effect.activity(), effect.target());
            default -> "{\"migrate\": \"NONE\"}";
        };
        publish(analyst(), number, order).assertStatus(200);
    }

    /** Asks less often and longer the more engagements there are, because each answer describes them all. */
    private void awaitMigration(long number) {
        patiently()
                .pollInterval(Duration.ofMillis(20L * AT_EACH_PLACE))
                .atMost(Duration.ofSeconds(30 + 2L * AT_EACH_PLACE))
                .until(() -> release(number).at("/migration/state").asText().equals("DONE"));
    }

    private void assertMigrated(
            long number, Effect effect, Map<String, Instant> due, Map<String, List<Instant>> timers) {
        awaitMigration(number);
        assertThat(count(
                        "ACT_RU_EXECUTION execution join ACT_RE_PROCDEF definition on definition.ID_ = execution.PROC_DEF_ID_"
                                + " where definition.DEPLOYMENT_ID_ <> (select deployment_id from model_release where number = ?)"
                                + " and execution.PROC_INST_ID_" + inOurs(),
                        number))
                .isZero();
        String tasks =
                "ACT_RU_TASK task where TASK_DEF_KEY_ = '%s' and PROC_INST_ID_".formatted(effect.target()) + inOurs();
        assertThat(count(tasks)).isGreaterThanOrEqualTo(AT_EACH_PLACE);
        assertThat(count(tasks + " and not (%s)".formatted(effect.task()))).isZero();
        dueDates().forEach((task, date) -> {
            boolean isAffected = effect.deadline() != 0 && isAt(task, effect.activity());
            assertThat(Integer.signum(date.compareTo(due.get(task)))).isEqualTo(isAffected ? effect.deadline() : 0);
        });
        if (effect.verdict() == Verdict.STAY && effect.deadline() == 0 && !effect.moreTimers()) {
            assertThat(timers()).isEqualTo(timers);
        }
    }

    /** A task shows the form of the new models. */
    private void assertForms(ModelEdit edit) {
        if (edit.path().endsWith(".form")) {
            List<String> tasks = database.queryForList(
                    "select ID_ from ACT_RU_TASK where TASK_DEF_KEY_ = ? and PROC_INST_ID_" + inOurs(),
                    String.class,
                    edit.effect().activity());
            assertThat(tasks)
                    .hasSizeGreaterThanOrEqualTo(AT_EACH_PLACE)
                    .allSatisfy(task -> assertThat(manager()
                                    .get("/engine-rest/task/" + task + "/deployed-form")
                                    .assertStatus(200)
                                    .json()
                                    .path("components")
                                    .findValuesAsText("key"))
                            .isEqualTo(Answer.parsed(edit.content())
                                    .path("components")
                                    .findValuesAsText("key")));
        }
    }

    private boolean isAt(String task, String activity) {
        return count("ACT_RU_TASK where ID_ = ? and TASK_DEF_KEY_ = ?", task, activity) > 0;
    }

    private void rollBack(long number) {
        awaitMigration(analyst()
                .post(RELEASES + "/" + number + "/reversal", "{\"reason\": \"Vuelta\"}")
                .assertStatus(200)
                .json()
                .path("number")
                .asLong());
    }

    private void assertNothingIsLost() {
        for (String id : ours) {
            JsonNode engagement = read(id);
            assertThat(engagement.path("status").asText()).isEqualTo("RUNNING");
            assertThat(engagement.path("currentActivities")).isNotEmpty();
        }
        assertThat(count("ACT_RU_INCIDENT where PROC_INST_ID_" + inOurs())).isZero();
    }

    /** Returns the due date of each task. */
    private Map<String, Instant> dueDates() {
        return database
                .queryForList("select ID_, DUE_DATE_ from ACT_RU_TASK where DUE_DATE_ is not null and PROC_INST_ID_"
                        + inOurs())
                .stream()
                .collect(Collectors.toMap(row -> row.get("ID_").toString(), row -> instant(row.get("DUE_DATE_"))));
    }

    /** Returns the due dates of timers by process instance, earliest first. */
    private Map<String, List<Instant>> timers() {
        return database
                .queryForList("select PROCESS_INSTANCE_ID_, DUEDATE_ from ACT_RU_JOB where DUEDATE_ is not null"
                        + " and TYPE_ = 'timer' and PROCESS_INSTANCE_ID_" + inOurs() + " order by DUEDATE_")
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("PROCESS_INSTANCE_ID_").toString(),
                        TreeMap::new,
                        Collectors.mapping(row -> instant(row.get("DUEDATE_")), Collectors.toList())));
    }

    private static Instant instant(Object timestamp) {
        return ((Timestamp) timestamp).toInstant();
    }

    /** Called process instances have the engagement's key, too. */
    private String inOurs() {
        return OF_OURS.formatted(ours.stream().map("'%s'"::formatted).collect(Collectors.joining(", ")));
    }
}
