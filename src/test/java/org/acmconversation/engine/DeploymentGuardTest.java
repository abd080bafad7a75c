package org.acmconversation.engine;

import static org.acmconversation.engine.Target.intrusions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Models that try to run code that is not on the allow-list. */
@AttackTest
class DeploymentGuardTest {

    private static final String JAVA = "${''.getClass().forName('org.stockcamunda.Intruder').newInstance().toString()}";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repositoryService;

    private Target product;
    private Target stock;

    @BeforeEach
    void setUp() {
        product = Target.product(port, "admin");
        stock = Target.stock();
    }

    /** Each runs code on a stock engine. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<bpmn:scriptTask id='step' scriptFormat='juel'><bpmn:script><![CDATA[JAVA]]></bpmn:script></bpmn:scriptTask> | script",
                "<bpmn:serviceTask id='step' camunda:class='org.stockcamunda.Intruder'/> | clase de Java",
                "<bpmn:serviceTask id='step' activiti:class='org.stockcamunda.Intruder'/> | clase de Java",
                "<bpmn:serviceTask id='step' camunda:expression=\"JAVA\"/> | camunda:expression",
                "<bpmn:serviceTask id='step' camunda:delegateExpression=\"JAVA\"/> | delegado",
                "<bpmn:task id='step'><bpmn:extensionElements><camunda:executionListener event='start' class='org.stockcamunda.Intruder'/></bpmn:extensionElements></bpmn:task> | clase de Java",
                "<bpmn:task id='step'><bpmn:extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='juel'>JAVA</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:task> | script",
                "<bpmn:serviceTask id='step' camunda:expression='x'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='juel'>JAVA</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask> | script",
                "<bpmn:serviceTask id='step' camunda:expression='x'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>JAVA</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask> | expresión",
                "<bpmn:userTask id='step' name=\"JAVA\"/> | expresión",
                "<bpmn:userTask id='step'><bpmn:documentation>JAVA</bpmn:documentation></bpmn:userTask> | expresión",
            })
    void rejectsModelsThatRunCodeOnAStockEngine(String step, String reason) {
        String model = Models.process("attack", step.strip().replace("JAVA", JAVA));

        assertThat(intrusions(() -> {
                    assertThat(stock.deploy(Map.of("attack.bpmn", model)).statusCode())
                            .isEqualTo(200);
                    stock.post(stock.rest("/process-definition/key/attack/start"), "{}");
                }))
                .isPositive();
        assertThat(intrusions(() -> refused(product.deploy(Map.of("attack.bpmn", model)), "step", reason)))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<bpmn:serviceTask id='step' camunda:type='shell'/> | camunda:type",
                "<bpmn:serviceTask id='step' camunda:type='Mail'/> | camunda:type",
                "<bpmn:serviceTask id='step' camunda:type='external' camunda:topic='any'/> | camunda:topic",
                "<bpmn:serviceTask id='step'><bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask> | conector",
                "<bpmn:userTask id='step' camunda:formKey='embedded:deployment:form.html'/> | formRef",
                "<bpmn:userTask id='step' camunda:formHandlerClass='org.stockcamunda.Intruder'/> | clase de Java",
                "<bpmn:callActivity id='step' calledElement='x' camunda:variableMappingClass='org.stockcamunda.Intruder'/> | clase de Java",
                "<bpmn:callActivity id='step' calledElement='x' camunda:variableMappingDelegateExpression='${dataSource}'/> | delegado",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:formData><camunda:formField id='a'><camunda:validation><camunda:constraint name='validator' config='org.stockcamunda.Intruder'/></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements></bpmn:userTask> | camunda:constraint",
                "<bpmn:userTask id='step' activiti:assignee='ana'/> | http://activiti.org/bpmn",
                "<bpmn:userTask id='step' camunda:unheardOf='1'/> | camunda:unheardOf",
                "<bpmn:serviceTask id='step' camunda:delegateExpression='${taskService}'/> | delegado",
                "<bpmn:serviceTask id='step' camunda:delegateExpression='${anyVariable}'/> | delegado",
            })
    void rejectsOtherDangerousElements(String step, String reason) {
        refused(product.deploy(Map.of("attack.bpmn", Models.process("attack", step.strip()))), "step", reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${dataSource}",
                "${dataSource.connection}",
                "${taskService.createTaskQuery().list()}",
                "${engineGuards}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngine()}",
                "${execution['processEngine']}",
                "${execution.bpmnModelInstance}",
                "${execution.setVariable('a', 'b')}",
                "${''.getClass()}",
                "${x.class}",
                "${x.class.forName('java.lang.Runtime')}",
                "${x['getClass']()}",
                "${x['class']}",
                "${x[y ? 'z' : \"class\"]}",
                "${(x).getClass()}",
                "${x.y.z().getClass()}",
                "before ${x} after #{x.getClass()}",
                "${recordOutcome}",
                "${recordOutcome.notify(execution)}",
                "${reminders}",
                "${reminders.toString()}",
                "${reminders.getClass()}",
                "${reminders['dayBefore']}",
                "${x.repeat(1000000)}",
                "${JSON('{}')}",
                "${XML('<a/>')}",
                "${unclosed",
            })
    void rejectsExpressionsBeyondTheAllowList(String expression) {
        String model = Models.evaluating("attack", expression.replace("<", "&lt;"));

        refused(product.deploy(Map.of("attack.bpmn", model)), "step", "expresión");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${reminders.dayBefore(conversationAt)}",
                "#{execution.processBusinessKey}",
                "${execution.getVariable('x') == 'a' and not empty list}",
                "${x.y.z > 20000 ? 'yes' : 'no'}",
                "${text.toLowerCase().startsWith('a')}",
                "${map['key'].size() + list[0].size()}",
                "${dateTime().plusWeeks(1).toDate()}",
                "${now()}",
                "costs 5 $ {not an expression}",
            })
    void acceptsExpressionsWithinTheAllowList(String expression) {
        String model = Models.evaluating("harmless", expression.replace(">", "&gt;"));

        assertThat(product.deploy(Map.of("harmless.bpmn", model)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "http://www.java.com/java"})
    void rejectsDecisionsInOtherLanguagesThanFeel(String language) {
        String model = Models.decision("attack", "expressionLanguage=\"%s\"".formatted(language), "1");

        refused(product.deploy(Map.of("attack.dmn", model)), "entry", "FEEL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attack.cmmn", "attack.html", "attack.js", "attack.bpmn20.xml", "attack.BPMN", "attack"})
    void acceptsOnlyModelsAndForms(String file) {
        refused(product.deploy(Map.of(file, "<a/>")), file, ".bpmn, .dmn y .form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{} {}", "{'a': 1}", "{\"type\": \"default\"}", "DEEP"})
    void rejectsFormsThatAreNotJson(String form) {
        String content = form.replace("DEEP", "{\"a\":".repeat(100_000));

        refused(product.deploy(Map.of("attack.form", content)), "attack.form", "JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attack.bpmn", "attack.dmn"})
    void rejectsOtherXml(String file) {
        refused(product.deploy(Map.of(file, "<a/>")), file);
        refused(product.deploy(Map.of(file, "no XML")), file, "XML");
    }

    @Test
    void webApplicationsRejectDangerousModels() {
        Target administrator = Target.product(port, "admin");
        String model = Models.evaluating("attack", JAVA);

        refused(
                administrator.deploy(administrator.webapp("/deployment/create"), Map.of("attack.bpmn", model)),
                "step",
                "expresión");
    }

    @Test
    void javaApiRejectsDangerousModels() {
        var deployment =
                repositoryService.createDeployment().addString("attack.bpmn", Models.evaluating("attack", JAVA));

        assertThatThrownBy(deployment::deploy)
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("attack.bpmn [step]");
    }

    private static void refused(HttpResponse<String> answer, String... reasons) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(reasons);
    }
}
