package org.acmconversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Harmless models that the engine cannot parse: a client error, not a server error. */
@AttackTest
class UnreadableModelTest {

    @LocalServerPort
    int port;

    private Target product;

    @BeforeEach
    void setUp() {
        product = Target.product(port, "admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 +", "list contains(?,", "not(", "\"open", "((((DEEP"})
    void rejectsDecisionsWithInvalidFeel(String cell) {
        String model = Models.decision("attack", "", cell.replace("DEEP", "(".repeat(10_000)));

        refused(product.deploy(Map.of("attack.dmn", model)), "attack.dmn [entry]", "FEEL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "targetRef='end' | targetRef='nowhere' | nowhere",
                "<bpmn:endEvent id='end'/> | <bpmn:endEvent id='end'/><bpmn:surprise/> | surprise",
                "<bpmn:startEvent id='start'/> | <bpmn:startEvent id='end'/> | end",
                "targetNamespace='attack' | name='attack' | targetNamespace",
                "historyTimeToLive='P1D' | historyTimeToLive='soon' | soon",
            })
    void rejectsProcessesThatTheEngineCannotParse(String from, String to, String said) {
        String model = Models.process("unread", "<bpmn:task id='step'/>").replace('"', '\'');
        assertThat(model).contains(from);

        refused(product.deploy(Map.of("unread.bpmn", model.replace(from, to))), "unread.bpmn", "el motor no", said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<output id='column' name='result'/> | <surprise/> | surprise",
                "<decisionTable id='table'> | <decisionTable id='table' hitPolicy='PRIORITY'> | PRIORITY",
                "<rule id='row'> | <rule id='row'><inputEntry id='more'><text>1</text></inputEntry> | row",
                "historyTimeToLive='P1D' | historyTimeToLive='soon' | soon",
            })
    void rejectsDecisionsThatTheEngineCannotParse(String from, String to, String said) {
        String model = Models.decision("unread", "", "1").replace('"', '\'');
        assertThat(model).contains(from);

        refused(product.deploy(Map.of("unread.dmn", model.replace(from, to))), "unread.dmn", "el motor no", said);
    }

    @Test
    void rejectsTwoProcessesStartedByTheSameMessage() {
        String first = Models.process("first", "<bpmn:task id='step'/>")
                .replace("<bpmn:process", "<bpmn:message id='m' name='begin'/><bpmn:process")
                .replace(
                        "<bpmn:startEvent id=\"start\"/>",
                        "<bpmn:startEvent id=\"start\"><bpmn:messageEventDefinition messageRef='m'/></bpmn:startEvent>");

        assertThat(product.deploy(Map.of("first.bpmn", first)).statusCode()).isEqualTo(200);
        refused(
                product.deploy(Map.of("second.bpmn", first.replace("\"first\"", "\"second\""))),
                "second.bpmn",
                "begin");
    }

    @Test
    void requiresIdsForElementsThatTheEngineStores() {
        String process = Models.process("unnamed", "<bpmn:task id='step'/>");
        String decision = Models.decision("unnamed", "", "1");

        refused(product.deploy(Map.of("a.bpmn", process.replace("id=\"unnamed\"", ""))), "a.bpmn: «bpmn:process»");
        refused(product.deploy(Map.of("a.dmn", decision.replace("id=\"unnamed\"", ""))), "a.dmn [attack]: «decision»");
        refused(product.deploy(Map.of("a.dmn", decision.replace("id=\"attack\"", ""))), "a.dmn: «definitions»");
    }

    @Test
    void rejectsTwoProcessesWithTheSameId() {
        String model = Models.process("twice", "<bpmn:task id='step'/>");

        refused(product.deploy(Map.of("a.bpmn", model, "b.bpmn", model)), "a.bpmn, b.bpmn", "twice");
    }

    private static void refused(HttpResponse<String> answer, String... reasons) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(reasons);
    }
}
