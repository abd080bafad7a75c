package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models keep the contract with the application: ids, messages, outcomes and FTOP tasks. */
class ContractRulesTest {

    private static List<String> contract(Map<String, String> files) {
        var report = new Report();
        new ContractRules().check(Draft.read(files), Draft.KNOWN, report);
        return report.findings().stream().map(Finding::toString).toList();
    }

    private static List<String> contract(String from, String to) {
        return Draft.findings(new ContractRules(), from, to);
    }

    @Test
    void requiredDefinitionsExist() {
        assertThat(contract("process id=\"acm-conversation\"", "process id=\"acm\""))
                .containsExactly(
                        "acm-conversation.bpmn no contiene el proceso «acm-conversation», que la aplicación inicia; restituya su id");
        assertThat(contract("decision id=\"ftop-conversation-task\"", "decision id=\"other\""))
                .containsExactly(
                        "decisions/ftop-catalog.dmn no contiene la decisión «ftop-conversation-task», que la aplicación lee; restituya su id");
        assertThat(contract("messageRef=\"withdrawnMessage\"", ""))
                .containsExactly(
                        "acm-conversation.bpmn [acm-conversation] «Conversación»: no recibe el mensaje «acm.engagementWithdrawn», que la aplicación envía en cualquier momento; añada un subproceso de evento que comience con él");
    }

    @Test
    void everyEndEventRecordsItsOutcome() {
        assertThat(contract("value=\"CONVERSATION_COMPLETE\"", "value=\"DONE\""))
                .containsExactly(
                        "acm-conversation.bpmn [endComplete] «Conversación completa»: no dice con qué resultado termina la conversación; añada la extension property «outcome» con uno de estos valores: CONVERSATION_COMPLETE, WITHDRAWN");
        assertThat(contract("delegateExpression=\"${recordOutcome}\" event=\"end\"", ""))
                .containsExactly(
                        "acm-conversation.bpmn [endComplete] «Conversación completa»: termina la conversación sin dejar constancia; añada un execution listener de tipo «end» con la delegate expression ${recordOutcome}");
    }

    private static final String ESCALATION = "<bpmn:escalationEventDefinition escalationRef=\"taskOverdue\"/>";

    private static final String OUTCOME = """
            <bpmn:extensionElements>
              <camunda:properties><camunda:property name="outcome" value="CONVERSATION_COMPLETE"/></camunda:properties>
              <camunda:executionListener delegateExpression="${recordOutcome}" event="end"/>
            </bpmn:extensionElements>""";

    @Test
    void sidePathsDoNotEndTheEngagement() {
        assertThat(contract(ESCALATION, "")).isEmpty();
        assertThat(contract(ESCALATION, OUTCOME))
                .containsExactly(
                        "acm-conversation.bpmn [requestSmeEscalated] «Escalada»: dejaría constancia del resultado aunque el caso sigue: no es un fin del camino principal de la conversación; quite el execution listener y la extension property");
    }

    @Test
    void calledProcessesDoNotEndTheEngagement() {
        Map<String, String> files = Draft.files();
        files.put(
                "called.bpmn",
                files.get("acm-conversation.bpmn").replace("process id=\"acm-conversation\"", "process id=\"called\""));

        assertThat(contract(files))
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("called.bpmn [endComplete]")
                        .contains("aunque el caso sigue"));
    }

    @Test
    void endEventsOfOtherKindsRecordTheirOutcome() {
        Map<String, String> files = Draft.files();
        files.computeIfPresent(
                "acm-conversation.bpmn",
                (name, model) -> model.replaceFirst(
                        "(?s)(id=\"endComplete\".*?</bpmn:documentation>).*?</bpmn:extensionElements>",
                        "$1<bpmn:terminateEventDefinition id=\"all\"/>"));

        assertThat(contract(files))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding).contains("[endComplete]"));
    }

    @Test
    void parallelPathsEndTheEngagementTogether() {
        Map<String, String> files = Draft.files();
        files.computeIfPresent(
                "acm-conversation.bpmn",
                (name, model) -> model.replace("exclusiveGateway", "parallelGateway")
                        .replace(
                                "sourceRef=\"requestSme\" targetRef=\"callAgain\"/>",
                                "sourceRef=\"requestSme\" targetRef=\"endEarly\"/><bpmn:endEvent id=\"endEarly\" name=\"Fin\">"
                                        + OUTCOME + "</bpmn:endEvent>"));
        var report = new Report();
        new TokenRules().check(Draft.read(files), Draft.KNOWN, report);

        assertThat(report.findings())
                .extracting(Finding::toString)
                .contains(
                        "acm-conversation.bpmn [endEarly] «Fin»: terminaría el caso mientras sigue otro camino paralelo; una antes los caminos con una compuerta paralela");
    }

    @Test
    void oneEventSubprocessReceivesEachMessage() {
        String second = "<bpmn:boundaryEvent id=\"changedHere\" name=\"Cambio\" attachedToRef=\"requestSme\">"
                + "<bpmn:messageEventDefinition messageRef=\"profileChangedMessage\"/></bpmn:boundaryEvent>";

        assertThat(contract("<bpmn:sequenceFlow id=\"overdue\"", second + "<bpmn:sequenceFlow id=\"overdue\""))
                .containsExactly(
                        "acm-conversation.bpmn [changedHere] «Cambio»: recibe el mensaje «acm.profileChanged», que ya recibe, en cualquier momento, un subproceso de evento del proceso; la aplicación no podría entregarlo: bórrelo");
    }

    @Test
    void filesHaveAProcessOrADecision() {
        Map<String, String> files = Draft.files();
        files.put("empty.bpmn", "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' id='nothing'/>");
        files.put("empty.dmn", "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='nothing'/>");

        assertThat(contract(files))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding)
                        .startsWith("empty.")
                        .contains("no contiene ningún proceso ni decisión, así que no se desplegaría nada"));
    }

    @Test
    void ftopTasksOfModelsAreInTheCatalog() {
        String parameter =
                "<camunda:inputOutput><camunda:inputParameter name=\"catalogId\">%s</camunda:inputParameter>";
        assertThat(contract("<camunda:inputOutput>", parameter.formatted("4094")))
                .isEmpty();
        assertThat(contract("<camunda:inputOutput>", parameter.formatted("${catalogId}")))
                .isEmpty();

        Map<String, String> files = Draft.files();
        files.computeIfPresent(
                "acm-conversation.bpmn",
                (name, model) -> model.replace("<camunda:inputOutput>", parameter.formatted("5000")));
        files.computeIfPresent(
                "decisions/ftop-catalog.dmn",
                (name, catalog) -> catalog.replace(
                        "</definitions>",
                        "<decision id='other'><decisionTable><rule><outputEntry><text>\"5000\"</text></outputEntry></rule></decisionTable></decision></definitions>"));

        assertThat(contract(files))
                .singleElement()
                .asString()
                .contains("nombra la tarea de FTOP «5000», que no está en el catálogo");
    }

    @Test
    void endsOfSubprocessesDoNotEndTheConversation() {
        String subProcess =
                "<bpmn:subProcess id=\"inner\"%s><bpmn:startEvent id=\"innerStart\"%s/><bpmn:endEvent id=\"innerEnd\"/></bpmn:subProcess><bpmn:endEvent id=\"endComplete\"";
        String end = "<bpmn:endEvent id=\"endComplete\"";
        assertThat(contract(end, subProcess.formatted("", ""))).isEmpty();
        assertThat(contract(end, subProcess.formatted(" triggeredByEvent=\"true\"", " isInterrupting=\"false\"")))
                .isEmpty();
        assertThat(contract(end, subProcess.formatted(" triggeredByEvent=\"true\"", "")))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding).contains("[innerEnd]"));
    }
}
