package org.acmconversation.contract;

import static org.acmconversation.contract.Answer.texts;
import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /api/engagements} and {@code GET /api/engagements/{id}}. */
abstract class ReadAndListContract extends ContractTest {

    private static final String[] OF_ONE_ENGAGEMENT = {"", "/ftop-tasks", "/timeline"};

    /** Part of a test's customer names, so that it finds only its own engagements. */
    private final String mark = UUID.randomUUID().toString();

    @Test
    void anUnknownEngagementIsNotFound() {
        for (String part : OF_ONE_ENGAGEMENT) {
            manager().get(ENGAGEMENTS + "/" + UUID.randomUUID() + part).assertProblem(404, "engagement-not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1042", "1-1-1-1-1", "3f2c0000-0000-0000-0000-00000000000g", "%20", "null"})
    void rejectsIdsThatAreNotUuids(String id) {
        for (String part : OF_ONE_ENGAGEMENT) {
            manager().get(ENGAGEMENTS + "/" + id + part).assertProblem(400, "invalid-request");
        }
    }

    @Test
    void acceptsUpperCaseIds() {
        String id = started(Requests.withoutKickoff());

        assertThat(read(id.toUpperCase()).get("id").asText()).isEqualTo(id);
    }

    @Test
    void defaultsToTwentyNewestFirst() {
        List<String> ids = startedNamed("one", "two", "three");
        Collections.reverse(ids);

        JsonNode page = list("q=" + mark);

        assertThat(texts(page.get("items"), "id")).isEqualTo(ids);
        assertThat(page.get("page").asInt()).isZero();
        assertThat(page.get("size").asInt()).isEqualTo(20);
        assertThat(page.get("totalItems").asInt()).isEqualTo(3);
    }

    @Test
    void itemsEqualTheEngagementsReadById() {
        String waiting = startedNamed("one").get(0);
        String ended = started(namedLike(Requests.coveredByEnterpriseProgram(), "two"));
        String inTheService = started(namedLike(Requests.valid(), "three"));
        awaitIdle();

        assertThat(list("q=" + mark + "&sort=startedAt,asc").get("items"))
                .containsExactly(read(waiting), read(ended), read(inTheService));
    }

    @Test
    void filtersByCurrentActivity() {
        String waiting = startedNamed("one").get(0);
        String scheduling = started(namedLike(Requests.valid(), "two"));
        awaitTask(scheduling, "scheduleConversation");

        assertThat(idsOf("activity=completeEntryCriteria")).containsExactly(waiting);
        assertThat(idsOf("activity=scheduleConversation")).containsExactly(scheduling);
        assertThat(idsOf("activity=createConversationTask")).isEmpty();
        assertThat(idsOf("activity=&owner=&due=&waitingFor=&from=&to=")).hasSize(2);
    }

    @Test
    void filtersByPendingServiceTask() {
        String id = started(namedLike(Requests.valid(), "one"));
        String task = awaitTask(id, "scheduleConversation").get("taskId").asText();
        String job = database.queryForObject(
                "select min(ID_) from ACT_RU_JOBDEF where ACT_ID_ = 'createConversationTask'", String.class);
        database.update(
                "insert into ACT_RU_JOB (ID_, TYPE_, EXCLUSIVE_, EXECUTION_ID_, PROCESS_INSTANCE_ID_, RETRIES_,"
                        + " HANDLER_TYPE_, JOB_DEF_ID_, SUSPENSION_STATE_, PRIORITY_, CREATE_TIME_)"
                        + " select ?, 'message', true, EXECUTION_ID_, PROC_INST_ID_, 0, 'async-continuation', ?, 1, 0,"
                        + " current_timestamp from ACT_RU_TASK where ID_ = ?",
                task + "-job",
                job,
                task);
        try {
            assertThat(idsOf("activity=createConversationTask")).containsExactly(id);
        } finally {
            database.update("delete from ACT_RU_JOB where ID_ = ?", task + "-job");
        }
    }

    @Test
    void filtersByAssignee() {
        String id = startedNamed("one").get(0);
        startedNamed("two");
        String task = awaitTask(id, "completeEntryCriteria").get("taskId").asText();

        manager()
                .post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"manager\"}")
                .assertStatus(204);

        assertThat(idsOf("owner=manager")).containsExactly(id);
        assertThat(idsOf("owner=engineer")).isEmpty();
    }

    @Test
    void filtersByStarter() {
        String own = manager()
                .start(namedLike(Requests.withoutKickoff(), "own"))
                .assertStatus(201)
                .id();
        String systems = startedNamed("of a system").get(0);

        assertThat(idsOf("startedBy=manager")).containsExactly(own);
        assertThat(idsOf("startedBy=crm")).containsExactly(systems);
        assertThat(idsOf("startedBy=engineer")).isEmpty();
    }

    @Test
    void filtersByDueDate() {
        List<String> ids = startedNamed("overdue", "in an hour", "in ten days");
        Instant now = Instant.now();
        setDue(ids.get(0), now.minus(Duration.ofDays(10)));
        setDue(ids.get(1), now.plus(Duration.ofHours(1)));
        setDue(ids.get(2), now.plus(Duration.ofDays(10)));

        assertThat(idsOf("due=OVERDUE")).containsExactly(ids.get(0));
        assertThat(idsOf("due=OVERDUE&activity=completeEntryCriteria")).containsExactly(ids.get(0));
        assertThat(idsOf("due=OVERDUE&activity=scheduleConversation")).isEmpty();
        assertThat(idsOf("due=WEEK")).doesNotContain(ids.get(0), ids.get(2));
    }

    private void setDue(String id, Instant due) {
        String task = awaitTask(id, "completeEntryCriteria").get("taskId").asText();
        database.update(
                "update ACT_RU_TASK set DUE_DATE_ = ? where ID_ = ?",
                LocalDateTime.ofInstant(due, ZoneOffset.UTC),
                task);
    }

    @Test
    void filtersByExternalSystem() {
        String id = startedNamed("one", "two").get(0);
        database.update(
                "insert into ftop_task (engagement_id, catalog_id, name, mandatory, role, status, created_at,"
                        + " failed_calls, failure, failed_at) values (?, '4047', 'X', true, 'FASTTRACK_MANAGER', 'OPEN',"
                        + " current_timestamp, 1, 'SERVER_ERROR', current_timestamp)",
                UUID.fromString(id));

        assertThat(idsOf("waitingFor=FTOP")).containsExactly(id);
        assertThat(list("waitingFor=FTOP&q=" + mark).at("/items/0/waitingFor")).isEqualTo(read(id).get("waitingFor"));
    }

    @Test
    void filtersByStartDate() {
        List<String> ids = startedNamed("one", "two", "three");
        String second = read(ids.get(1)).get("startedAt").asText();
        String third = read(ids.get(2)).get("startedAt").asText();

        assertThat(idsOf("from=" + second)).containsExactlyInAnyOrder(ids.get(1), ids.get(2));
        assertThat(idsOf("to=" + second)).containsExactly(ids.get(0));
        assertThat(idsOf("from=%s&to=%s".formatted(second, third))).containsExactly(ids.get(1));
        var today = LocalDate.ofInstant(Instant.parse(second), ZoneOffset.UTC);
        assertThat(idsOf("from=" + today.minusDays(1))).hasSize(3);
        assertThat(idsOf("to=" + today.minusDays(1))).isEmpty();
    }

    @Test
    void pagesNeitherRepeatNorSkip() {
        List<String> ids = startedNamed("same", "same", "same", "same", "same");
        List<String> read = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();

        for (int page = 0; page < 4; page++) {
            JsonNode answer = list("q=%s&size=2&sort=customerName,asc&page=%d".formatted(mark, page));
            assertThat(answer.get("page").asInt()).isEqualTo(page);
            assertThat(answer.get("size").asInt()).isEqualTo(2);
            assertThat(answer.get("totalItems").asInt()).isEqualTo(5);
            sizes.add(answer.get("items").size());
            read.addAll(texts(answer.get("items"), "id"));
        }

        assertThat(sizes).containsExactly(2, 2, 1, 0);
        assertThat(read).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void acceptsTheMaximumPageNumber() {
        assertThat(list("page=2147483647&size=200").get("items")).isEmpty();
    }

    @Test
    void filtersNarrowTheList() {
        String plain = started(named("plain"));
        String small = started(named("small").put("segment", "SMB"));
        ObjectNode teams = named("teams");
        teams.putArray("services").add("TEAMS").add("EDGE");
        String withTeams = started(teams);
        ObjectNode targeting = named("targeting");
        targeting.putArray("initiatives").add("TARGETING").add("RFA");
        String targeted = started(targeting);
        String withdrawn = started(named("withdrawn"));
        manager().withdraw(withdrawn, "Not now").assertStatus(200);

        assertThat(idsOf("segment=SMB")).containsExactly(small);
        assertThat(idsOf("service=TEAMS")).containsExactly(withTeams);
        assertThat(idsOf("service=EXCHANGE")).containsExactlyInAnyOrder(plain, small, targeted, withdrawn);
        assertThat(idsOf("initiative=TARGETING")).containsExactly(targeted);
        assertThat(idsOf("initiative=CUSTOMER_HEALTH")).isEmpty();
        assertThat(idsOf("status=WITHDRAWN")).containsExactly(withdrawn);
        assertThat(idsOf("status=RUNNING&segment=ENTERPRISE&service=EXCHANGE&initiative=RFA"))
                .containsExactlyInAnyOrder(plain, targeted);
        assertThat(idsOf("status=&segment=&service=&initiative=")).hasSize(5);
        assertThat(list("status=WITHDRAWN&q=" + mark).get("totalItems").asInt()).isEqualTo(1);
    }

    @Test
    void searchesNamesAndExternalIds() {
        String byName = started(named("Grupo Norte"));
        String byExternalId = started(named("other").put("externalId", "NORTE-" + mark));

        assertThat(idsMatching("norte " + mark)).containsExactly(byName);
        assertThat(idsMatching("NORTE-" + mark.toUpperCase())).containsExactly(byExternalId);
        assertThat(idsMatching(mark)).hasSize(2);
        assertThat(idsMatching("sur " + mark)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ΝΕΣΤΟΡΑΣ ΑΕ, Νέστορας αε",
        "ΝΕΣΤΟΡΑΣ ΑΕ, ΝΕΣΤΟΡΑΣ ΑΕ",
        "İSTANBUL AŞ, İSTANBUL AŞ",
        "İSTANBUL AŞ, istanbul as",
        "Fábrica, Fabrica",
        "Fabrica, FÁBRICA",
        "Mu\u00f1oz, Mun\u0303oz",
        "Mun\u0303oz, Mu\u00f1oz",
        "Straße, STRASSE"
    })
    void searchIgnoresCaseAccentsAndNormalization(String name, String text) {
        String id = started(named(name));

        assertThat(idsMatching(name + " " + mark)).containsExactly(id);
        assertThat(idsMatching(" " + text + "  " + mark + " ")).containsExactly(id);
    }

    @Test
    void searchTreatsPercentAndUnderscoreLiterally() {
        String percent = started(named("100% cloud"));
        String underscore = started(named("big_customer"));
        String exclamation = started(named("Yahoo!"));
        String backslash = started(named("back\\slash"));
        String quote = started(named("O'Neill"));

        assertThat(idsMatching("100% cloud " + mark)).containsExactly(percent);
        assertThat(idsMatching("1%cloud " + mark)).isEmpty();
        assertThat(idsMatching("big_customer " + mark)).containsExactly(underscore);
        assertThat(idsMatching("big_c_stomer " + mark)).isEmpty();
        assertThat(idsMatching("yahoo! " + mark)).containsExactly(exclamation);
        assertThat(idsMatching("back\\slash " + mark)).containsExactly(backslash);
        assertThat(idsMatching("o'neill " + mark)).containsExactly(quote);
    }

    @Test
    void sortsByTheGivenProperty() {
        String first = started(
                named("bravo").put("licenses", 30).put("segment", "CORPORATE").put("externalId", "C" + mark));
        String second =
                started(named("alpha").put("licenses", 10).put("segment", "SMB").put("externalId", "A" + mark));
        String third = started(
                named("Charlie").put("licenses", 20).put("segment", "EDUCATION").put("externalId", "B" + mark));
        manager().withdraw(second, "Not now").assertStatus(200);

        assertThat(idsOf("sort=startedAt,asc")).containsExactly(first, second, third);
        assertThat(idsOf("sort=startedAt,desc")).containsExactly(third, second, first);
        assertThat(idsOf("sort=startedAt")).containsExactly(first, second, third);
        assertThat(idsOf("sort=customerName,asc")).containsExactly(second, first, third);
        assertThat(idsOf("sort=externalId,desc")).containsExactly(first, third, second);
        assertThat(idsOf("sort=licenses,asc")).containsExactly(second, third, first);
        assertThat(idsOf("sort=segment,asc")).containsExactly(first, third, second);
        assertThat(idsOf("sort=status,desc").get(0)).isEqualTo(second);
        assertThat(idsOf("sort=endedAt,asc").get(0)).isEqualTo(second);
        assertThat(idsOf("sort=endedAt,desc").get(0)).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "size=201; size",
                "size=0; size",
                "size=-5; size",
                "size=many; size",
                "size=99999999999; size",
                "page=-1; page",
                "page=1.5; page",
                "sort=customer; sort",
                "sort=startedAt,up; sort",
                "sort=startedAt,asc,id; sort",
                "sort=started_at,desc; sort",
                "sort=id%3Bdrop%20table%20engagement; sort",
                "status=DONE; status",
                "status=running; status",
                "segment=HUGE; segment",
                "initiative=WORLD_PEACE; initiative",
                "q=%00; q",
                "activity=%00; activity",
                "owner=%00; owner",
                "due=LATER; due",
                "waitingFor=GODOT; waitingFor",
                "from=yesterday; from",
                "to=2026-13-01T00:00:00Z; to",
                "from=2026-02-31; from",
                "from=%2B1000000000-12-31T23:59:59Z; from",
                "endedTo=-1000000000-01-01T00:00:00Z; endedTo",
                "service=%00; service",
                "startedBy=%00; startedBy",
                "status=RUNNING&status=COMPLETED; status",
                "service=TEAMS&service=TEAMS; service",
                "q=one&q=two; q",
                "sort=startedAt&sort=asc; sort",
                "page=0&page=1; page",
                "size=1&size=2; size"
            })
    void namesAnInvalidParameter(String query, String field) {
        manager().get(ENGAGEMENTS + "?" + query).assertInvalid(field);
    }

    @Test
    void namesAllInvalidParametersAtOnce() {
        manager()
                .get(ENGAGEMENTS + "?page=-1&size=201&sort=customer&status=DONE&from=now&owner=%00&q="
                        + "x".repeat(201))
                .assertInvalid("page", "size", "sort", "status", "from", "owner", "q");
    }

    @Test
    void limitsPagesTo200Items() {
        assertThat(list("size=200").get("size").asInt()).isEqualTo(200);
    }

    private ObjectNode named(String name) {
        return namedLike(Requests.withoutKickoff(), name);
    }

    private ObjectNode namedLike(ObjectNode request, String name) {
        request.withObject("/customer").put("name", name + " " + mark);
        return request;
    }

    private List<String> startedNamed(String... names) {
        List<String> ids = new ArrayList<>();
        for (String name : names) {
            ids.add(started(named(name)));
        }
        return ids;
    }

    private JsonNode list(String query) {
        return crm().get(ENGAGEMENTS + "?" + query).assertStatus(200).json();
    }

    private List<String> idsOf(String query) {
        return texts(list("q=" + mark + "&" + query).get("items"), "id");
    }

    private List<String> idsMatching(String text) {
        return texts(
                list("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)).get("items"), "id");
    }
}
