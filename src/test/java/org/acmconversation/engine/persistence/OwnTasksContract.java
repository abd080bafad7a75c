package org.acmconversation.engine.persistence;

import static org.acmconversation.engine.persistence.TaskConditions.OTHER;
import static org.acmconversation.engine.persistence.TaskConditions.OTHERS_GROUP;
import static org.acmconversation.engine.persistence.TaskConditions.OWN_GROUP;
import static org.acmconversation.engine.persistence.TaskConditions.SELF;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.acmconversation.engine.Models;
import org.acmconversation.engine.persistence.TaskConditions.Condition;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.util.ReflectionTestUtils;

/** Every query returns the same tasks as a stock engine on the same database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OwnTasksContract {

    private static final List<Condition> CONDITIONS = TaskConditions.all();

    private HikariDataSource pool;
    private ProcessEngine engine;
    private ProcessEngine stock;

    abstract DataSource database();

    @BeforeAll
    void start() {
        var settings = new HikariConfig();
        settings.setDataSource(database());
        pool = new HikariDataSource(settings);
        engine = StandaloneEngine.over(pool, getClass().getSimpleName());
        createTasks();
        stock = stockEngine();
        List.of(engine, stock).forEach(one -> one.getIdentityService().setAuthentication(SELF, List.of(OWN_GROUP)));
    }

    private ProcessEngine stockEngine() {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(getClass().getSimpleName() + "-stock");
        configuration.setDataSource(pool);
        configuration.setHistory("full");
        configuration.setAuthorizationEnabled(true);
        return configuration.buildProcessEngine();
    }

    private void createTasks() {
        var identity = engine.getIdentityService();
        Map.of(SELF, OWN_GROUP, OTHER, OTHERS_GROUP).forEach((user, group) -> {
            identity.saveUser(identity.newUser(user));
            identity.saveGroup(identity.newGroup(group));
            identity.createMembership(user, group);
        });
        String queues = Models.process("two-queues", """
                <bpmn:subProcess id="step">
                  <bpmn:startEvent id="begin"/>
                  <bpmn:sequenceFlow id="toOwn" sourceRef="begin" targetRef="own"/>
                  <bpmn:sequenceFlow id="toOthers" sourceRef="begin" targetRef="others"/>
                  <bpmn:userTask id="own" name="task" camunda:candidateGroups="%s" camunda:dueDate="2030-03-17T17:46:40Z"/>
                  <bpmn:userTask id="others" name="task" camunda:candidateGroups="%s"/>
                </bpmn:subProcess>""".formatted(OWN_GROUP, OTHERS_GROUP))
                .replace("isExecutable", "name=\"Two queues\" isExecutable");
        engine.getRepositoryService()
                .createDeployment()
                .addString("two-queues.bpmn", queues)
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("two-queues", "key", Map.of("size", 5));
        for (String group : List.of(OWN_GROUP, OTHERS_GROUP)) {
            for (String assignee : new String[] {null, SELF, OTHER}) {
                task(group, assignee);
            }
        }
        task(null, OTHER);
        task(null, SELF);
        task(null, null);
    }

    private void task(String group, String assignee) {
        TaskService tasks = engine.getTaskService();
        Task task = tasks.newTask();
        task.setName("task");
        task.setDescription("task");
        task.setOwner(OTHER);
        task.setDueDate(TaskConditions.DUE);
        task.setFollowUpDate(TaskConditions.DUE);
        task.setDelegationState(DelegationState.PENDING);
        tasks.saveTask(task);
        tasks.setVariableLocal(task.getId(), "size", 5);
        tasks.addCandidateUser(task.getId(), OTHER);
        if (group != null) {
            tasks.addCandidateGroup(task.getId(), group);
        }
        tasks.setAssignee(task.getId(), assignee);
    }

    @AfterAll
    void stop() {
        stock.close();
        engine.close();
        pool.close();
    }

    @Test
    void returnsOnlyVisibleTasksForEachCondition() {
        for (Condition condition : CONDITIONS) {
            assertSame(condition.name(), condition.on()::apply);
            assertSame(
                    "own queue, " + condition,
                    query -> condition
                            .on()
                            .apply(query.taskCandidateGroup(OWN_GROUP).includeAssignedTasks()));
        }
    }

    /** Queries that join authorizations run unchanged in the engine, so there is nothing to compare. */
    @Test
    void returnsOnlyVisibleTasksForEachPairOfConditions() {
        Set<String> compared = new TreeSet<>();
        for (int i = 0; i < CONDITIONS.size(); i++) {
            for (int j = i + 1; j < CONDITIONS.size(); j++) {
                Condition one = CONDITIONS.get(i);
                Condition other = CONDITIONS.get(j);
                if (skipsAuthorizations(one, other)) {
                    String both = one + ", " + other;
                    compared.add(both);
                    assertSame(both, query -> other.on().apply(one.on().apply(query)));
                }
            }
        }
        assertThat(compared)
                .hasSizeGreaterThan(200)
                .contains("taskAssigned[], taskAssignee[eva]", "taskCandidateGroup[partners], taskNameLike[%]");
    }

    /** Configures the query without sending it to the database: there are thousands of pairs. */
    private boolean skipsAuthorizations(Condition one, Condition other) {
        var query = (TaskQueryImpl) engine.getTaskService().createTaskQuery();
        var commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        return !isRefused(() -> {
                    other.on().apply(one.on().apply(query));
                    commands.execute(context -> {
                        ReflectionTestUtils.invokeMethod(query, "evaluateExpressions");
                        context.getAuthorizationManager().configureTaskQuery(query);
                        return null;
                    });
                })
                && !query.getAuthCheck().isAuthorizationCheckEnabled();
    }

    @Test
    void returnsOnlyVisibleTasksForEachConditionInAnOrQuery() {
        for (Condition condition : CONDITIONS) {
            assertSame(
                    "own queue or " + condition,
                    query -> condition
                            .on()
                            .apply(query.or().taskCandidateGroup(OWN_GROUP))
                            .endOr());
            assertSame(
                    "own queue and any of " + condition,
                    query -> condition
                            .on()
                            .apply(query.taskCandidateGroup(OWN_GROUP).or().taskAssignee(OTHER))
                            .endOr());
        }
    }

    @Test
    void returnsOnlyVisibleTasksForEachConditionInAStoredFilter() {
        TaskQuery own = engine.getTaskService().createTaskQuery().taskCandidateGroup(OWN_GROUP);
        for (Condition condition : CONDITIONS) {
            TaskQuery other = engine.getTaskService().createTaskQuery();
            if (!isRefused(() -> condition.on().apply(other))) {
                assertSameByFilter(condition + " extends one's own", own, condition);
                assertSameByFilter(
                        condition + " is extended",
                        other,
                        new Condition("", query -> query.taskCandidateGroup(OWN_GROUP)));
            }
        }
    }

    private void assertSameByFilter(String name, TaskQuery stored, Condition extension) {
        engine.getIdentityService().clearAuthentication();
        Filter filter =
                engine.getFilterService().newTaskFilter(name).setOwner(SELF).setQuery(stored);
        engine.getFilterService().saveFilter(filter);
        engine.getIdentityService().setAuthentication(SELF, List.of(OWN_GROUP));

        Function<ProcessEngine, Set<String>> found = one -> ids(one.getFilterService()
                .list(filter.getId(), extension.on().apply(one.getTaskService().createTaskQuery())));

        assertThat(answer(engine, found)).as(name).isEqualTo(answer(stock, found));
    }

    private void assertSame(String name, Function<TaskQuery, TaskQuery> conditions) {
        Object expected = answer(stock, one -> found(one, conditions));
        assertThat(answer(engine, one -> found(one, conditions))).as(name).isEqualTo(expected);
    }

    private Set<String> found(ProcessEngine one, Function<TaskQuery, TaskQuery> conditions) {
        TaskQuery query = conditions.apply(one.getTaskService().createTaskQuery());
        Set<String> tasks = ids(query.list());
        assertThat(query.count()).isEqualTo(tasks.size());
        return tasks;
    }

    private static Set<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::getId).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the tasks, or the engine's refusal. */
    private static Object answer(ProcessEngine one, Function<ProcessEngine, Set<String>> question) {
        try {
            return new ArrayList<>(question.apply(one));
        } catch (ProcessEngineException e) {
            return e.getClass();
        }
    }

    private static boolean isRefused(Runnable condition) {
        try {
            condition.run();
            return false;
        } catch (ProcessEngineException e) {
            return true;
        }
    }
}
