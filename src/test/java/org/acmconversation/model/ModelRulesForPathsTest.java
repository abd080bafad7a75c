package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.ftop.FastTrackRole;
import org.junit.jupiter.api.Test;

/** Each rule for paths and data flow finds a violation. */
class ModelRulesForPathsTest {

    private static final String FILE = "acm-conversation.bpmn ";

    private static List<String> flows(String from, String to) {
        return Draft.findings(new FlowRules(), from, to);
    }

    private static List<String> tokens(String from, String to) {
        return Draft.findings(new TokenRules(), from, to);
    }

    private static List<String> data(String from, String to) {
        return Draft.findings(new DataFlowRules(), from, to);
    }

    private static List<String> contract(String from, String to) {
        return Draft.findings(new ContractRules(), from, to);
    }

    @Test
    void everyPathEnds() {
        assertThat(flows("<bpmn:sequenceFlow id=\"called\" sourceRef=\"callAgain\" targetRef=\"endComplete\"/>", ""))
                .contains(
                        FILE
                                + "[callAgain] «Llamar al proceso»: no tiene salida y no es un evento de fin; únalo con lo que sigue",
                        FILE
                                + "[endComplete] «Conversación completa»: nada lleva hasta aquí; únalo con lo que va antes o bórrelo");
        assertThat(flows("targetRef=\"endComplete\"", "targetRef=\"requestSme\""))
                .contains(
                        FILE
                                + "[callAgain] «Llamar al proceso»: desde aquí no se llega a ningún evento de fin; añada un camino que termine");
    }

    @Test
    void aFlowStaysInItsScope() {
        assertThat(flows("targetRef=\"endComplete\"", "targetRef=\"endWithdrawn\""))
                .contains(
                        FILE
                                + "[called] el flujo de callAgain a endWithdrawn no une dos elementos del mismo nivel; bórrelo y dibújelo de nuevo en Camunda Modeler");
    }

    @Test
    void everyLoopContainsAWaitState() {
        assertThat(flows("targetRef=\"requestSme\"", "targetRef=\"createTask\""))
                .contains(
                        FILE
                                + "[createTask] «Crear la tarea»: se repetiría sin esperar a nadie; ponga en el camino de vuelta una tarea de usuario u otro elemento que espere");
        assertThat(flows("targetRef=\"callAgain\"/>", "targetRef=\"createTask\"/>"))
                .noneMatch(finding -> finding.contains("[requestSme]") && finding.contains("se repetiría"));
    }

    @Test
    void parallelPathsJoin() {
        assertThat(tokens("exclusiveGateway", "parallelGateway"))
                .contains(
                        FILE
                                + "[called] el flujo de callAgain a endComplete se recorrería dos veces a la vez; una antes los caminos paralelos con una compuerta paralela");
        assertThat(tokens("callActivity", "parallelGateway"))
                .singleElement()
                .asString()
                .startsWith(
                        FILE
                                + "[callAgain] «Llamar al proceso»: esperaría para siempre a un camino que no llega; únalo con una compuerta exclusiva o haga que lleguen siempre: ");
    }

    @Test
    void variablesAreSetBeforeTheyAreRead() {
        assertThat(data("outputParameter name=\"discussionOutcome\"", "outputParameter name=\"smeTopic\""))
                .containsExactly(
                        FILE
                                + "[needed] «Sí»: lee la variable «discussionOutcome», a la que nada da valor antes en este proceso; corrija el nombre o dele un valor con un formulario, una decisión o, si es un proceso llamado, en «In mappings» de quien lo llama");
        assertThat(data("${discussionOutcome == 'SME_NEEDED'}", "${valueDiscussions == 'SME_NEEDED'}"))
                .isEmpty();
    }

    @Test
    void inputParametersAreLocalToTheirActivity() {
        Map<String, String> files = Draft.files();
        files.computeIfPresent(
                "acm-conversation.bpmn",
                (name, model) -> model.replace(
                                "outputParameter name=\"discussionOutcome\"", "outputParameter name=\"smeTopic\"")
                        .replace(
                                "<camunda:failedJobRetryTimeCycle>",
                                "<camunda:inputOutput><camunda:inputParameter name=\"discussionOutcome\">a</camunda:inputParameter><camunda:outputParameter name=\"smeName\">${discussionOutcome}</camunda:outputParameter></camunda:inputOutput><camunda:failedJobRetryTimeCycle>"));
        var report = new Report();

        new DataFlowRules().check(Draft.read(files), Draft.KNOWN, report);

        assertThat(report.findings()).extracting(Finding::elementId).containsExactly("needed");
    }

    @Test
    void conditionsAreExpressions() {
        assertThat(Draft.findings(
                        new VariableTypeRules(),
                        "${discussionOutcome == 'SME_NEEDED'}",
                        "$discussionOutcome == 'SME_NEEDED'}"))
                .containsExactly(
                        FILE
                                + "[needed] «Sí»: la condición «$discussionOutcome == 'SME_NEEDED'}» no es una expresión; escriba, por ejemplo, ${partnerRequested}");
    }

    @Test
    void variablesAreUsedAccordingToTheirType() {
        assertThat(Draft.findings(
                        new VariableTypeRules(), "${discussionOutcome == 'SME_NEEDED'}", "${discussionOutcome}"))
                .containsExactly(
                        FILE
                                + "[needed] «Sí»: usa la variable «discussionOutcome», que contiene: String; aquí hace falta una que contenga: Boolean");
        assertThat(Draft.findings(
                        new VariableTypeRules(),
                        "<inputExpression><text>services</text>",
                        "<inputExpression typeRef=\"integer\"><text>services</text>"))
                .isNotEmpty()
                .allMatch(finding -> finding.endsWith(
                        "usa la variable «services», que contiene: lista; aquí hace falta una que contenga: Integer"));
        assertThat(Draft.findings(
                        new VariableTypeRules(),
                        "<inputExpression><text>services</text>",
                        "<inputExpression><text>\"EDGE\"</text>"))
                .isNotEmpty()
                .allMatch(finding -> finding.contains("que no es ninguna variable"));
    }

    @Test
    void callsPassTheVariablesThatTheCalledProcessReads() {
        Map<String, String> files = Draft.files();
        String called = files.get("acm-conversation.bpmn")
                .replace("id=\"acm-conversation\"", "id=\"called\"")
                .replace("calledElement=\"acm-conversation\"", "calledElement=\"other\"");
        files.put("called.bpmn", called);
        files.computeIfPresent(
                "forms/request-sme.form",
                (name, form) -> form.replace("\"key\": \"services\"", "\"key\": \"smeTopic\""));
        files.computeIfPresent(
                "acm-conversation.bpmn",
                (name, model) -> model.replace("calledElement=\"acm-conversation\"", "calledElement=\"called\"")
                        .replace(
                                "<camunda:in source=\"services\" target=\"services\"/>",
                                "<camunda:in source=\"services\" target=\"conversationAt\"/>"));
        var report = new Report();

        new DataFlowRules().check(Draft.read(files), Draft.KNOWN, report);

        assertThat(report.findings())
                .extracting(Finding::toString)
                .containsOnly(
                        "called.bpmn [selectDiscussions] «Seleccionar las discusiones»: lee la variable «services», a la que nada da valor antes en este proceso; corrija el nombre o dele un valor con un formulario, una decisión o, si es un proceso llamado, en «In mappings» de quien lo llama",
                        "called.bpmn [createTask] «Crear la tarea»: lee la variable «services», a la que nada da valor antes en este proceso; corrija el nombre o dele un valor con un formulario, una decisión o, si es un proceso llamado, en «In mappings» de quien lo llama",
                        "called.bpmn [callAgain] «Llamar al proceso»: lee la variable «services», a la que nada da valor antes en este proceso; corrija el nombre o dele un valor con un formulario, una decisión o, si es un proceso llamado, en «In mappings» de quien lo llama");
    }

    @Test
    void refusalsOfFtopAreCaught() {
        assertThat(Draft.findings(
                        new RefusalRules(), "attachedToRef=\"createTask\"", "attachedToRef=\"selectDiscussions\""))
                .containsExactly(
                        FILE
                                + "[createTask] «Crear la tarea»: no dice qué ocurre si FTOP rechaza la petición; ponga en su borde un evento de error con el código ftopRefused, que lleve a resolver el rechazo");
        assertThat(Draft.findings(new ReferenceRules(), "errorCode=\"ftopRefused\"", "errorCode=\"refused\""))
                .containsExactly(
                        FILE
                                + "[ftopRefused] «Rechazo»: el código de error «refused» no lo lanza nadie; escriba en «Code» ftopRefused");
        assertThat(Draft.findings(
                        new ReferenceRules(), "escalationCode=\"acm.taskOverdue\"", "escalationCode=\"overdue\""))
                .containsExactly(
                        FILE
                                + "[taskOverdue] «Tarea vencida»: el código de escalada «overdue» no lo recoge nadie; escriba en «Code» acm.taskOverdue");
    }

    @Test
    void onlyTheApplicationStartsProcesses() {
        assertThat(
                        contract(
                                "<bpmn:documentation>Inicio. «Entradas clave»</bpmn:documentation>",
                                "<bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>"))
                .singleElement()
                .asString()
                .startsWith(
                        FILE + "[engagementReceived] «Caso recibido»: el proceso debe tener un solo evento de inicio");
    }

    @Test
    void withdrawnConversationsDoNotContinue() {
        assertThat(contract("name=\"Caso retirado\"", "name=\"Caso retirado\" isInterrupting=\"false\""))
                .contains(
                        FILE
                                + "[withdrawn] «Caso retirado»: no interrumpe el caso retirado, que seguiría adelante; elija «Message Start Event», no «non-interrupting»");
    }

    @Test
    void referencedFtopTasksAreInTheCatalog() {
        assertThat(
                        contract(
                                "<camunda:failedJobRetryTimeCycle>",
                                "<camunda:inputOutput><camunda:inputParameter name=\"catalogId\">9999</camunda:inputParameter></camunda:inputOutput><camunda:failedJobRetryTimeCycle>"))
                .singleElement()
                .asString()
                .startsWith(FILE
                        + "[createTask] «Crear la tarea»: nombra la tarea de FTOP «9999», que no está en el catálogo");
    }

    @Test
    void formsAndDecisionsAreDeployedWithTheirDiagram() {
        Map<String, byte[]> running = Map.of(
                "forms/request-sme.form",
                Draft.files().get("forms/request-sme.form").getBytes(StandardCharsets.UTF_8),
                "decisions/ftop-catalog.dmn",
                Draft.files().get("decisions/ftop-catalog.dmn").getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> deployment = Map.of(
                "acm-conversation.bpmn",
                Draft.files().get("acm-conversation.bpmn").getBytes(StandardCharsets.UTF_8));
        var report = new Report();

        new ReferenceRules().check(ModelFiles.read(deployment, running, Draft.KNOWN), Draft.KNOWN, report);

        assertThat(report.findings())
                .map(Finding::toString)
                .satisfiesExactly(
                        form -> assertThat(form)
                                .startsWith(
                                        FILE
                                                + "[requestSme] «Solicitar un SME»: usa el formulario «request-sme», que no viene en este despliegue"),
                        decision -> assertThat(decision)
                                .startsWith(
                                        FILE
                                                + "[selectDiscussions] «Seleccionar las discusiones»: evalúa la decisión «ftop-value-discussions», que no viene en este despliegue"));
    }

    @Test
    void replacesFilesWithTheSameDefinitions() {
        Map<String, byte[]> running = Map.of(
                "processes/decisions/ftop-catalog.dmn",
                Draft.files().get("decisions/ftop-catalog.dmn").getBytes(StandardCharsets.UTF_8));
        for (String name : List.of("ftop-catalog.dmn", "a-copy.dmn")) {
            ModelFiles files = ModelFiles.read(
                    Map.of(name, running.get("processes/decisions/ftop-catalog.dmn")), running, Draft.KNOWN);

            assertThat(files.dmn()).extracting(ModelElement::file).containsExactly(name);
            assertThat(files.isDeployed("processes/decisions/ftop-catalog.dmn")).isFalse();
        }
    }

    @Test
    void callsAreBoundToTheirDeployment() {
        assertThat(Draft.findings(
                        new ReferenceRules(),
                        "camunda:calledElementBinding=\"deployment\"",
                        "camunda:calledElementBinding=\"latest\""))
                .containsExactly(
                        FILE
                                + "[callAgain] «Llamar al proceso»: no está ligado al despliegue y mezclaría versiones de una publicación y otra; en «Binding» elija «deployment»");
        assertThat(Draft.findings(
                        new ReferenceRules(), "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>", ""))
                .singleElement()
                .asString()
                .contains("no dice al proceso llamado de qué caso se trata");
    }

    @Test
    void knownRolesEqualThoseOfFtopTasks() {
        assertThat(Set.copyOf(ConversationModel.FASTTRACK_ROLES))
                .isEqualTo(Stream.of(FastTrackRole.values()).map(Enum::name).collect(Collectors.toSet()));
        assertThat(Set.copyOf(ConversationModel.CandidateGroup.OF_FTOP_TASKS))
                .isEqualTo(Stream.of(FastTrackRole.values())
                        .map(FastTrackRole::group)
                        .collect(Collectors.toSet()));
    }
}
