package org.acmconversation.engine;

import static org.acmconversation.engine.Target.intrusions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.acmconversation.engine.model.ExpressionGuard;
import org.acmconversation.engine.model.ModelBeans;
import org.acmconversation.tasklist.process.Reminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Expressions in models that are already deployed. */
@Tag("context")
class ExpressionGuardTest {

    /** Its package makes it look like one of our classes. */
    private static final JavaDelegate DELEGATE = new Delegate();

    private static GuardedEngine engine;

    @BeforeAll
    static void start() {
        var beans = new StaticListableBeanFactory(Map.of(
                "delegate",
                DELEGATE,
                "reminders",
                new Reminders(null, Clock.systemUTC()),
                "secret",
                new StringBuilder("secret")));
        engine = new GuardedEngine("expressions", new ExpressionGuard(new ModelBeans(beans)));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void stockEngineRunsJava() {
        Target stock = Target.stock();
        String model = Models.evaluating(
                "java", "${''.getClass().forName('org.stockcamunda.Intruder').newInstance().toString()}");
        stock.deploy(Map.of("java.bpmn", model));

        assertThat(intrusions(() -> stock.post(stock.rest("/process-definition/key/java/start"), "{}")))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${dataSource.toString()}",
                "${stockCamunda.toString()}",
                "${execution.processEngineServices.toString()}",
            })
    void stockEngineExposesEveryBeanAndTheEngine(String expression) {
        Target stock = Target.stock();
        stock.deploy(Map.of("reach.bpmn", Models.evaluating("reach", expression)));

        assertThat(stock.post(stock.rest("/process-definition/key/reach/start"), "{}")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('org.stockcamunda.Intruder').newInstance().toString()}",
                "${''.class}",
                "${''['class']}",
                "${list.getClass()}",
                "${list.stream()}",
                "${map.entrySet()}",
                "${date.toInstant()}",
                "${number.getClass()}",
                "${text.repeat(2000000000)}",
                "${text.chars()}",
                "${secret}",
                "${secret.toString()}",
                "${secret.append('x')}",
                "${delegate.toString()}",
                "${delegate.execute(execution)}",
                "${delegate.class}",
                "${reminders.getClass()}",
                "${reminders.class}",
                "${reminders.hashCode()}",
                "${execution.processEngineServices}",
                "${execution.processEngine}",
                "${execution.getProcessEngineServices().getRuntimeService()}",
                "${execution.bpmnModelInstance}",
                "${execution['processEngine']}",
                "${execution.setVariable('a', 'b')}",
                "${execution.processDefinition}",
                "${execution.getClass()}",
                "${now().toInstant()}",
                "${dateTime().getChronology()}",
                "${S('{}')}",
                "${JSON('{}')}",
                "${XML('<a/>')}",
            })
    void rejectsExpressionsBeyondTheAllowList(String expression) {
        assertThat(intrusions(() -> assertThatThrownBy(() -> evaluate(expression))))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${text} | text",
                "${text.length() + 1} | 5",
                "${list[1]} | b",
                "${list.size()} | 2",
                "${map.key} | value",
                "${map['key'].toUpperCase()} | VALUE",
                "${number gt 20000 ? 'more' : 'less'} | more",
                "${execution.processBusinessKey} | key",
                "${execution.getVariable('text')} | text",
                "${reminders.dayBefore('2026-12-02T10:00+01:00')} | 2026-12-01T10:00+01:00",
                "${date.getTime()} | 0",
                "${dateTime().plusWeeks(1).isAfter(dateTime())} | true",
                "${now().getTime() > 0} | true",
                "${empty currentUser()} | true",
            })
    void evaluatesValuesTheExecutionAndListedMembers(String expression, String value) {
        assertThat(evaluate(expression).toString()).isEqualTo(value);
    }

    @Test
    void variablesDoNotReplaceDelegates() {
        engine.deploy(
                "delegated.bpmn",
                Models.process("delegated", "<bpmn:serviceTask id='step' camunda:delegateExpression='${delegate}'/>"));

        ProcessInstance instance = engine.engine()
                .getRuntimeService()
                .startProcessInstanceByKey("delegated", Map.of("delegate", "another"));

        assertThat(variable(instance, "delegated")).isEqualTo(true);
    }

    private static Object evaluate(String expression) {
        engine.deploy(
                "expression.bpmn",
                Models.evaluating(
                        "expression",
                        expression.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
        ProcessInstance instance = engine.engine()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "expression",
                        "key",
                        Map.of(
                                "text",
                                "text",
                                "number",
                                25_000,
                                "date",
                                new Date(0),
                                "list",
                                List.of("a", "b"),
                                "map",
                                Map.of("key", "value")));
        return variable(instance, "result");
    }

    private static Object variable(ProcessInstance instance, String name) {
        return engine.engine()
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName(name)
                .singleResult()
                .getValue();
    }

    private static class Delegate implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("delegated", true);
        }
    }
}
