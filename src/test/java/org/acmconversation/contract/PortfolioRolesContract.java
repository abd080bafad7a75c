package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.acmconversation.portfolio.PortfolioCount;
import org.acmconversation.process.FormValues;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code /api/portfolio?role=}: the steps that a role does, and the open tasks that it may do. */
abstract class PortfolioRolesContract extends ContractTest {

    private static final String FILTER = "segment=EDUCATION&service=EXCHANGE";

    static final List<String> ROLES = CandidateGroup.ALL;

    @Autowired
    PortfolioCount portfolioCount;

    @Autowired
    TaskService taskService;

    /** One engagement has value discussions of managers and of engineers, one waits at its first task. */
    @BeforeEach
    void tasksOfEachRole() {
        String id = started(engagement());
        complete(id, "scheduleConversation");
        complete(id, "conductConversation");
        awaitTask(id, "deliverValueDiscussion");
        awaitTask(started(engagement()), "scheduleConversation");
        awaitIdle();
        patiently().until(() -> {
            portfolioCount.countAll();
            return count("portfolio_change") == 0;
        });
    }

    private static ObjectNode engagement() {
        ObjectNode request = Requests.valid().put("segment", "EDUCATION");
        request.putArray("services").add("EXCHANGE");
        return request;
    }

    private void complete(String id, String activity) {
        String task = awaitTask(id, activity).get("taskId").asText();
        taskService.complete(task, FormValues.valid(activity));
    }

    @ParameterizedTest
    @FieldSource("ROLES")
    void openTasksAreThoseThatTheRoleMayDo(String role) {
        Map<String, Integer> tasks = new TreeMap<>();
        Map<String, Integer> engagements = new TreeMap<>();
        for (JsonNode item : items()) {
            Set<String> steps = new HashSet<>();
            for (JsonNode activity : item.get("currentActivities")) {
                if (groups(activity, "candidateGroups").contains(role)) {
                    String step = activity.get("activityId").asText();
                    tasks.merge(step, 1, Integer::sum);
                    if (steps.add(step)) {
                        engagements.merge(step, 1, Integer::sum);
                    }
                }
            }
        }

        JsonNode portfolio = portfolio("&role=" + role);

        assertThat(open(portfolio)).isEqualTo(tasks).isNotEmpty();
        assertThat(portfolio.get("load"))
                .singleElement()
                .satisfies(load -> assertThat(load.get("role").asText()).isEqualTo(role))
                .satisfies(load -> assertThat(load.get("open").asInt())
                        .isEqualTo(tasks.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()));
        engagements.forEach((step, number) -> assertThat(listed("&activity=" + step + "&role=" + role))
                .as(step)
                .isEqualTo(number));
    }

    @ParameterizedTest
    @FieldSource("ROLES")
    void funnelAndCompletedTasksAreThoseOfTheStepsOfTheRole(String role) {
        JsonNode everybody = portfolio("");
        JsonNode portfolio = portfolio("&role=" + role);

        assertThat(portfolio.get("engagements")).isEqualTo(everybody.get("engagements"));
        assertThat(portfolio.get("weeks")).isEqualTo(everybody.get("weeks"));
        assertThat(nodes(portfolio.get("funnel")))
                .isEqualTo(nodes(everybody.get("funnel")).stream()
                        .filter(milestone -> milestone.get("step").asText().equals("STARTED")
                                || groups(milestone, "roles").contains(role))
                        .toList());
        assertThat(completed(portfolio))
                .isEqualTo(nodes(everybody.get("steps")).stream()
                        .filter(step -> groups(step, "roles").contains(role))
                        .map(step -> step.get("activityId").asText() + "="
                                + step.get("completed").asText())
                        .toList());
    }

    @Test
    void eachMilestoneNamesItsRoles() {
        Map<String, List<String>> roles = new TreeMap<>();
        portfolio("")
                .get("funnel")
                .forEach(milestone -> roles.put(milestone.get("step").asText(), groups(milestone, "roles")));

        assertThat(roles)
                .isEqualTo(Map.of(
                        "STARTED", List.of(),
                        "scheduleConversation", List.of("fasttrack-manager", "fasttrack-ready-partner"),
                        "conductConversation", List.of("fasttrack-manager", "fasttrack-ready-partner"),
                        "deliverValueDiscussion", List.of("fasttrack-manager", "fasttrack-engineer"),
                        "qualifyAdditionalServices", List.of("fasttrack-manager"),
                        "introduceAdoptionSme", List.of("fasttrack-manager")));
    }

    @Test
    void anUnknownRoleHasNothingToDo() {
        JsonNode portfolio = portfolio("&role=nobody");

        assertThat(portfolio.get("steps")).isEmpty();
        assertThat(portfolio.get("load")).isEmpty();
        assertThat(portfolio.get("funnel"))
                .extracting(milestone -> milestone.get("step").asText())
                .containsExactly("STARTED");
        manager().get("/api/portfolio?role=" + "a".repeat(256)).assertInvalid("role");
    }

    private static Map<String, Integer> open(JsonNode portfolio) {
        Map<String, Integer> open = new TreeMap<>();
        portfolio.get("steps").forEach(step -> {
            if (step.get("open").asInt() > 0) {
                open.put(step.get("activityId").asText(), step.get("open").asInt());
            }
        });
        return open;
    }

    private static List<String> completed(JsonNode portfolio) {
        return nodes(portfolio.get("steps")).stream()
                .map(step -> step.get("activityId").asText() + "="
                        + step.get("completed").asText())
                .toList();
    }

    private static List<String> groups(JsonNode node, String member) {
        return nodes(node.get(member)).stream().map(JsonNode::asText).toList();
    }

    private static List<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private List<JsonNode> items() {
        List<JsonNode> items = new ArrayList<>();
        int total;
        int page = 0;
        do {
            JsonNode answer = list("&size=200&sort=externalId,asc&page=" + page++);
            answer.get("items").forEach(items::add);
            total = answer.get("totalItems").asInt();
        } while (items.size() < total);
        return items;
    }

    private int listed(String filter) {
        return list("&size=1" + filter).get("totalItems").asInt();
    }

    private JsonNode list(String more) {
        return manager()
                .get(ENGAGEMENTS + "?" + FILTER + more)
                .assertStatus(200)
                .json();
    }

    private JsonNode portfolio(String more) {
        return manager()
                .get("/api/portfolio?" + FILTER + more)
                .assertStatus(200)
                .json();
    }
}
