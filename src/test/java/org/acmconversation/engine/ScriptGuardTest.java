package org.acmconversation.engine;

import static org.acmconversation.engine.Target.intrusions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.acmconversation.engine.feel.FeelCache;
import org.acmconversation.engine.model.ScriptGuard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts in models that are already deployed. */
@Tag("context")
class ScriptGuardTest {

    private static final String JAVA = "${''.getClass().forName('org.stockcamunda.Intruder').newInstance().toString()}";

    private static GuardedEngine engine;

    @BeforeAll
    static void start() {
        engine = new GuardedEngine("scripts", new ScriptGuard(), new FeelCache());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='step' scriptFormat='juel'><bpmn:script>JAVA</bpmn:script></bpmn:scriptTask>",
                "<bpmn:task id='step'><bpmn:extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='juel'>JAVA</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:task>",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:taskListener event='create'><camunda:script scriptFormat='juel'>JAVA</camunda:script></camunda:taskListener></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:serviceTask id='step' camunda:expression='x'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='juel'>JAVA</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:serviceTask id='step' camunda:expression='x'><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name='a'><camunda:script scriptFormat='juel'>JAVA</camunda:script></camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:exclusiveGateway id='step' default='out'/><bpmn:endEvent id='other'/><bpmn:sequenceFlow id='if' sourceRef='step' targetRef='other'><bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='juel'>JAVA</bpmn:conditionExpression></bpmn:sequenceFlow>",
            })
    void rejectsScriptsThatAStockEngineRuns(String step) {
        String model = Models.process("scripted", step.replace("JAVA", JAVA));
        Target stock = Target.stock();
        stock.deploy(Map.of("scripted.bpmn", model));
        assertThat(intrusions(() -> stock.post(stock.rest("/process-definition/key/scripted/start"), "{}")))
                .isPositive();

        engine.deploy("scripted.bpmn", model);
        assertThat(intrusions(() -> assertThatThrownBy(
                                () -> engine.engine().getRuntimeService().startProcessInstanceByKey("scripted"))
                        .hasStackTraceContaining("Scripts are turned off")))
                .isZero();
    }

    @Test
    void rejectsScriptsInDecisions() {
        engine.deploy("scripted.dmn", Models.decision("scripted", "expressionLanguage='javascript'", "1"));

        assertThatThrownBy(() -> evaluate("scripted")).hasStackTraceContaining("Scripts are turned off");
    }

    @Test
    void evaluatesFeel() {
        engine.deploy("feel.dmn", Models.decision("feel", "", "sum([20, 22])"));

        assertThat(evaluate("feel")).isEqualTo(42L);
    }

    @Test
    void rejectsJavaFunctionsInFeel() {
        engine.deploy("java.dmn", Models.decision("java", "", """
                        {f: function() external {java: {class: "org.stockcamunda.Intruder", method signature: "runs()"}},
                         result: f()}.result"""));

        assertThat(intrusions(() -> assertThatThrownBy(() -> evaluate("java"))
                        .hasStackTraceContaining("External functions are disabled")))
                .isZero();
    }

    @Test
    void connectorsAreNotOnTheClassPath() {
        assertThatThrownBy(() -> Class.forName("org.camunda.connect.Connectors"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    private static Object evaluate(String decision) {
        return engine.engine()
                .getDecisionService()
                .evaluateDecisionTableByKey(decision, Map.of())
                .getSingleResult()
                .getSingleEntry();
    }
}
