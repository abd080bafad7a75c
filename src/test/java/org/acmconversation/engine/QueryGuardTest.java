package org.acmconversation.engine;

import static org.acmconversation.engine.Target.intrusions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** CVE-2026-109432: queries whose expressions run Java. */
@AttackTest
class QueryGuardTest {

    private static final String ATTACK =
            "${''.getClass().forName('org.stockcamunda.Intruder').newInstance().toString()}";

    /** Name of the filters that these tests create. */
    private static final String ATTACKS = "attacks";

    private static final String HIDDEN = "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}".formatted(ATTACK);

    private static final String HIDDEN_DEEPER = "{\"orQueries\": [%s]}".formatted(HIDDEN);

    @LocalServerPort
    int port;

    @Autowired
    TaskService taskService;

    @Autowired
    FilterService filterService;

    @Autowired
    JdbcTemplate database;

    private Target product;
    private Target stock;

    @BeforeEach
    void setUp() {
        product = Target.product(port, "admin");
        product.logIn();
        stock = Target.stock();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/task/count"})
    void rejectsOrQueriesThatRunJavaOnAStockEngine(String path) {
        assertThat(intrusions(() -> stock.post(stock.rest(path), HIDDEN))).isPositive();

        assertThat(intrusions(() -> refused(product.post(product.rest(path), HIDDEN), "taskAssignee")))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/task/count"})
    void webApplicationsRejectExpressionsInOrQueries(String path) {
        assertThat(intrusions(() -> refused(product.post(product.webapp(path), HIDDEN), "taskAssignee")))
                .isZero();
    }

    @Test
    void rejectsDeeplyNestedExpressions() {
        assertThat(intrusions(() -> refused(product.post(product.rest("/task"), HIDDEN_DEEPER), "taskAssignee")))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${execution}",
                "${taskService.createTaskQuery().list()}",
                "${currentUser().concat('x')}",
                "${now()}${''.getClass()}",
                "${dateTime().plusDays(1)}",
                "plain text",
                " ${now()}",
                "#{'x'}",
            })
    void rejectsExpressionsOtherThanThoseOfTasklist(String expression) throws JsonProcessingException {
        String json = "{\"orQueries\": [{\"assigneeExpression\": %s}]}"
                .formatted(new ObjectMapper().writeValueAsString(expression));

        refused(product.post(product.rest("/task"), json), "taskAssignee");
    }

    @Test
    void acceptsExpressionsOfTasklistFilters() {
        String json = """
                {"orQueries": [{"assigneeExpression": "${ currentUser() }",
                                "candidateGroupsExpression": "#{currentUserGroups()}",
                                "dueBeforeExpression": "${now()}"}]}""";

        assertThat(product.post(product.rest("/task"), json).statusCode()).isEqualTo(200);
        assertThat(product.post(product.webapp("/task"), json).statusCode()).isEqualTo(200);
    }

    @Test
    void runsTheShippedFilters() {
        for (Filter filter : filterService.createFilterQuery().list()) {
            if (!filter.getName().equals(ATTACKS)) {
                assertThat(product.get(product.rest("/filter/" + filter.getId() + "/list"))
                                .statusCode())
                        .as(filter.getName())
                        .isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"assigneeExpression\": \"%s\"}", "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}"})
    void doesNotSaveFiltersWithOtherExpressions(String query) {
        String json = filter(query.formatted(ATTACK));
        long before = filterService.createFilterQuery().count();

        refused(product.post(product.rest("/filter/create"), json), "taskAssignee");
        refused(product.post(product.webapp("/filter/create"), json), "taskAssignee");

        assertThat(filterService.createFilterQuery().count()).isEqualTo(before);
        assertThat(stock.post(stock.rest("/filter/create"), json).statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotUpdateFiltersToOtherExpressions() {
        String id = idOf(product.post(product.rest("/filter/create"), filter("{}")));

        refused(product.put(product.rest("/filter/" + id), filter(HIDDEN)), "taskAssignee");
        refused(product.put(product.webapp("/filter/" + id), filter(HIDDEN)), "taskAssignee");
    }

    @Test
    void doesNotRunStoredFiltersWithOtherExpressions() {
        String onStock = idOf(stock.post(stock.rest("/filter/create"), filter(HIDDEN)));
        assertThat(intrusions(() -> stock.get(stock.rest("/filter/" + onStock + "/list"))))
                .isPositive();

        String id = idOf(product.post(product.rest("/filter/create"), filter("{}")));
        database.update(
                "update ACT_RU_FILTER set QUERY_ = ? where ID_ = ?",
                "{\"orQueries\": [{\"taskAssigneeExpression\": \"%s\"}]}".formatted(ATTACK),
                id);
        for (String path : new String[] {"/list", "/count"}) {
            assertThat(intrusions(() -> refused(product.get(product.rest("/filter/" + id + path)), "taskAssignee")))
                    .isZero();
            assertThat(intrusions(() -> refused(product.get(product.webapp("/filter/" + id + path)), "taskAssignee")))
                    .isZero();
        }
    }

    @Test
    void doesNotRunFiltersExtendedByOtherExpressions() {
        String onStock = idOf(stock.post(stock.rest("/filter/create"), filter("{}")));
        assertThat(intrusions(() -> stock.post(stock.rest("/filter/" + onStock + "/list"), HIDDEN)))
                .isPositive();

        String id = idOf(product.post(product.rest("/filter/create"), filter("{}")));
        for (String path : new String[] {"/list", "/count"}) {
            assertThat(intrusions(
                            () -> refused(product.post(product.rest("/filter/" + id + path), HIDDEN), "taskAssignee")))
                    .isZero();
        }
    }

    @Test
    void javaApiRejectsOtherExpressions() {
        var query = (TaskQueryImpl) taskService.createTaskQuery();
        query.or().dueAfterExpression(ATTACK).endOr();

        assertThat(intrusions(() -> assertThatThrownBy(query::list)
                        .isInstanceOf(BadUserRequestException.class)
                        .hasMessageContaining("dueAfter")))
                .isZero();
        assertThatThrownBy(() -> filterService.saveFilter(
                        filterService.newTaskFilter(ATTACKS).setQuery(query)))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("dueAfter");
    }

    private static String filter(String query) {
        return "{\"resourceType\": \"Task\", \"name\": \"attacks\", \"query\": %s}".formatted(query);
    }

    private static String idOf(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        return created.body().replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    private static void refused(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(field);
    }
}
