package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acmconversation.engine.model.Objection;
import org.acmconversation.model.ConversationModel.CandidateGroup;

/** Small valid models, in which tests change one thing. */
class Draft {

    static final KnownNames KNOWN = new KnownNames(
            Set.of("createFtopTask", "refreshProfile"),
            Set.of("createFtopTask"),
            Set.of("recordOutcome"),
            Set.of("remindCandidates"),
            Map.of("reminders", Set.of("dayBefore")),
            Set.copyOf(CandidateGroup.ALL),
            Set.of("CONVERSATION_COMPLETE", "WITHDRAWN"),
            Map.of(
                    "services", "lista",
                    "smeTopic", "String",
                    "smeName", "String",
                    "discussionOutcome", "String",
                    "valueDiscussions", "lista (JSON)",
                    "conversationAt", "String"),
            Map.of("createFtopTask", Set.of("services")),
            Map.of("createFtopTask", Set.of("refusedCatalogId")));

    private static final String PROCESS = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <bpmn:process id="acm-conversation" name="Conversación" isExecutable="true" camunda:historyTimeToLive="P365D">
                <bpmn:documentation>Proceso. «Entradas clave»</bpmn:documentation>
                <bpmn:startEvent id="engagementReceived" name="Caso recibido">
                  <bpmn:documentation>Inicio. «Entradas clave»</bpmn:documentation>
                </bpmn:startEvent>
                <bpmn:sequenceFlow id="received" sourceRef="engagementReceived" targetRef="selectDiscussions"/>
                <bpmn:businessRuleTask id="selectDiscussions" name="Seleccionar las discusiones" camunda:decisionRef="ftop-value-discussions" camunda:decisionRefBinding="deployment" camunda:resultVariable="valueDiscussions">
                  <bpmn:documentation>Tabla. «Discusiones de agregación de valor»</bpmn:documentation>
                  <bpmn:extensionElements>
                    <camunda:inputOutput><camunda:outputParameter name="discussionOutcome">NO</camunda:outputParameter></camunda:inputOutput>
                  </bpmn:extensionElements>
                </bpmn:businessRuleTask>
                <bpmn:sequenceFlow id="selected" sourceRef="selectDiscussions" targetRef="createTask"/>
                <bpmn:serviceTask id="createTask" name="Crear la tarea" camunda:asyncBefore="true" camunda:delegateExpression="${createFtopTask}">
                  <bpmn:documentation>FTOP. «Discusiones de agregación de valor»</bpmn:documentation>
                  <bpmn:extensionElements>
                    <camunda:failedJobRetryTimeCycle>PT10S,PT1M</camunda:failedJobRetryTimeCycle>
                  </bpmn:extensionElements>
                </bpmn:serviceTask>
                <bpmn:boundaryEvent id="createTaskRefused" name="Rechazada" attachedToRef="createTask">
                  <bpmn:documentation>FTOP. «Discusiones de agregación de valor»</bpmn:documentation>
                  <bpmn:errorEventDefinition errorRef="ftopRefused"/>
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="refused" sourceRef="createTaskRefused" targetRef="callAgain"/>
                <bpmn:sequenceFlow id="created" sourceRef="createTask" targetRef="smeNeeded"/>
                <bpmn:exclusiveGateway id="smeNeeded" name="¿Hace falta un SME?" default="notNeeded">
                  <bpmn:documentation>Pregunta. «Discusiones de agregación de valor»</bpmn:documentation>
                </bpmn:exclusiveGateway>
                <bpmn:sequenceFlow id="needed" name="Sí" sourceRef="smeNeeded" targetRef="requestSme">
                  <bpmn:conditionExpression>${discussionOutcome == 'SME_NEEDED'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="notNeeded" name="No" sourceRef="smeNeeded" targetRef="callAgain"/>
                <bpmn:userTask id="requestSme" name="Solicitar un SME" camunda:formRef="request-sme" camunda:formRefBinding="deployment" camunda:candidateGroups="fasttrack-manager" camunda:dueDate="P3D">
                  <bpmn:documentation>Tarea. «Discusiones de agregación de valor»</bpmn:documentation>
                  <bpmn:extensionElements>
                    <camunda:taskListener delegateExpression="${remindCandidates}" event="timeout" id="remind">
                      <bpmn:timerEventDefinition><bpmn:timeDuration>P2D</bpmn:timeDuration></bpmn:timerEventDefinition>
                    </camunda:taskListener>
                  </bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="requested" sourceRef="requestSme" targetRef="callAgain"/>
                <bpmn:boundaryEvent id="requestSmeOverdue" name="Vencida" cancelActivity="false" attachedToRef="requestSme">
                  <bpmn:documentation>Plazo. «Discusiones de agregación de valor»</bpmn:documentation>
                  <bpmn:timerEventDefinition><bpmn:timeDuration>PT72H</bpmn:timeDuration></bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="overdue" sourceRef="requestSmeOverdue" targetRef="requestSmeEscalated"/>
                <bpmn:endEvent id="requestSmeEscalated" name="Escalada">
                  <bpmn:documentation>Plazo. «Discusiones de agregación de valor»</bpmn:documentation>
                  <bpmn:escalationEventDefinition escalationRef="taskOverdue"/>
                </bpmn:endEvent>
                <bpmn:callActivity id="callAgain" name="Llamar al proceso" calledElement="acm-conversation" camunda:calledElementBinding="deployment">
                  <bpmn:documentation>Llamada. «Discusiones de agregación de valor»</bpmn:documentation>
                  <bpmn:extensionElements>
                    <camunda:in businessKey="#{execution.processBusinessKey}"/>
                    <camunda:in source="services" target="services"/>
                  </bpmn:extensionElements>
                </bpmn:callActivity>
                <bpmn:sequenceFlow id="called" sourceRef="callAgain" targetRef="endComplete"/>
                <bpmn:endEvent id="endComplete" name="Conversación completa">
                  <bpmn:documentation>Fin. «Resultados clave»</bpmn:documentation>
                  <bpmn:extensionElements>
                    <camunda:properties><camunda:property name="outcome" value="CONVERSATION_COMPLETE"/></camunda:properties>
                    <camunda:executionListener delegateExpression="${recordOutcome}" event="end"/>
                  </bpmn:extensionElements>
                </bpmn:endEvent>
                <bpmn:subProcess id="profileChangedHandling" name="Actualizar el perfil" triggeredByEvent="true">
                  <bpmn:documentation>Perfil. «Entradas clave»</bpmn:documentation>
                  <bpmn:startEvent id="profileChanged" name="Perfil cambiado" isInterrupting="false">
                    <bpmn:documentation>Perfil. «Entradas clave»</bpmn:documentation>
                    <bpmn:messageEventDefinition messageRef="profileChangedMessage"/>
                  </bpmn:startEvent>
                  <bpmn:sequenceFlow id="changed" sourceRef="profileChanged" targetRef="endProfileChanged"/>
                  <bpmn:endEvent id="endProfileChanged" name="Perfil actualizado">
                    <bpmn:documentation>Perfil. «Entradas clave»</bpmn:documentation>
                  </bpmn:endEvent>
                </bpmn:subProcess>
                <bpmn:subProcess id="withdrawnHandling" name="Retirar el caso" triggeredByEvent="true">
                  <bpmn:documentation>Retirada. «Resultados clave»</bpmn:documentation>
                  <bpmn:startEvent id="withdrawn" name="Caso retirado">
                    <bpmn:documentation>Retirada. «Resultados clave»</bpmn:documentation>
                    <bpmn:messageEventDefinition messageRef="withdrawnMessage"/>
                  </bpmn:startEvent>
                  <bpmn:sequenceFlow id="leaving" sourceRef="withdrawn" targetRef="endWithdrawn"/>
                  <bpmn:endEvent id="endWithdrawn" name="Retirada registrada">
                    <bpmn:documentation>Retirada. «Resultados clave»</bpmn:documentation>
                    <bpmn:extensionElements>
                      <camunda:properties><camunda:property name="outcome" value="WITHDRAWN"/></camunda:properties>
                      <camunda:executionListener event="end" delegateExpression='${recordOutcome}'/>
                    </bpmn:extensionElements>
                  </bpmn:endEvent>
                </bpmn:subProcess>
              </bpmn:process>
              <bpmn:message id="profileChangedMessage" name="acm.profileChanged"/>
              <bpmn:message id="withdrawnMessage" name="acm.engagementWithdrawn"/>
              <bpmn:error id="ftopRefused" name="Rechazo" errorCode="ftopRefused"/>
              <bpmn:escalation id="taskOverdue" name="Tarea vencida" escalationCode="acm.taskOverdue"/>
              <bpmndi:BPMNDiagram>
                <bpmndi:BPMNPlane bpmnElement="acm-conversation">
                  %s
                </bpmndi:BPMNPlane>
              </bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """.formatted(drawing());

    private static final String TABLE = """
            <decision id="%s" name="Tabla" camunda:historyTimeToLive="P365D">
              <description>Catálogo. «Discusiones de agregación de valor»</description>
              <decisionTable hitPolicy="COLLECT">
                <input id="%sServices" label="Servicios">
                  <inputExpression><text>services</text></inputExpression>
                  <inputValues><text>"EXCHANGE","EDGE"</text></inputValues>
                </input>
                <output label="Id" name="catalogId"/>
                <output label="Nombre" name="name"/>
                <output label="Obligatoria" name="mandatory"/>
                <output label="Rol" name="role"><outputValues><text>"FASTTRACK_MANAGER"</text></outputValues></output>
                <rule id="ftop%s">
                  <description>Edge</description>
                  <inputEntry><text>list contains(?, "EDGE")</text></inputEntry>
                  <outputEntry><text>"%s"</text></outputEntry>
                  <outputEntry><text>"Presentación"</text></outputEntry>
                  <outputEntry><text>true</text></outputEntry>
                  <outputEntry><text>"FASTTRACK_MANAGER"</text></outputEntry>
                </rule>
              </decisionTable>
            </decision>
            """;

    private static final String CATALOG = """
            <definitions id="catalog" xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn">
            %s%s</definitions>
            """.formatted(
                    TABLE.formatted("ftop-conversation-task", "conversation", "4047", "4047"),
                    TABLE.formatted("ftop-value-discussions", "value", "4094", "4094"));

    private static final String FORM = """
            {
              "id": "request-sme", "type": "default", "schemaVersion": 16,
              "components": [
                {"id": "guidance", "type": "html", "content": "{{#if smeTopic}}{{smeName}}{{/if}}"},
                {"id": "groupOfTwo", "type": "group", "label": "SME", "components": [
                  {"id": "smeTopicField", "type": "textfield", "key": "smeTopic", "label": "Tema",
                   "validate": {"required": true, "maxLength": 500, "pattern": "^[A-Z]"},
                   "conditional": {"hide": "=discussionOutcome != \\"SME_NEEDED\\""}},
                  {"id": "outcomeField", "type": "radio", "key": "discussionOutcome", "label": "Resultado",
                   "values": [{"label": "Sí", "value": "YES"}, {"label": "No", "value": "NO"}]},
                  {"id": "smeNameField", "type": "checkbox", "key": "smeName", "label": "Confirmado"},
                  {"id": "servicesField", "type": "select", "key": "services", "label": "Servicio",
                   "valuesExpression": "=for s in valueDiscussions return {label: s.name, value: s.catalogId}"}
                ]},
                {"id": "conversationAtField", "type": "datetime", "subtype": "datetime", "key": "conversationAt",
                 "dateLabel": "Fecha", "timeSerializingFormat": "utc_offset"}
              ]
            }
            """;

    private Draft() {}

    private static String drawing() {
        var drawing = new StringBuilder();
        int x = 0;
        for (String node : List.of(
                "engagementReceived",
                "selectDiscussions",
                "createTask",
                "createTaskRefused",
                "smeNeeded",
                "requestSme",
                "requestSmeOverdue",
                "requestSmeEscalated",
                "callAgain",
                "endComplete",
                "profileChangedHandling",
                "profileChanged",
                "endProfileChanged",
                "withdrawnHandling",
                "withdrawn",
                "endWithdrawn")) {
            // Boundary events and nested elements overlap with the previous one.
            x += Set.of("createTaskRefused", "requestSmeOverdue", "profileChanged", "withdrawn")
                            .contains(node)
                    ? 0
                    : 100;
            drawing.append(
                    "<bpmndi:BPMNShape bpmnElement='%s'><dc:Bounds x='%d' y='0' width='80' height='80'/></bpmndi:BPMNShape>%n"
                            .formatted(node, x));
        }
        for (String flow : List.of(
                "received",
                "selected",
                "created",
                "refused",
                "needed",
                "notNeeded",
                "requested",
                "overdue",
                "called",
                "changed",
                "leaving")) {
            drawing.append("<bpmndi:BPMNEdge bpmnElement='%s'/>%n".formatted(flow));
        }
        return drawing.toString();
    }

    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("acm-conversation.bpmn", PROCESS);
        files.put("decisions/ftop-catalog.dmn", CATALOG);
        files.put("forms/request-sme.form", FORM);
        return files;
    }

    /** Returns a rule's findings after replacing every occurrence of a text. */
    static List<String> findings(ModelRule rule, String from, String to) {
        Map<String, String> files = files();
        assertThat(files.values()).as("models with " + from).anyMatch(content -> content.contains(from));
        files.replaceAll((name, content) -> content.replace(from, to));
        var report = new Report();
        ModelFiles models = read(files);
        assertThat(models.objections()).noneMatch(Objection::isFatal);
        rule.check(models, KNOWN, report);
        return report.findings().stream().map(Finding::toString).toList();
    }

    static ModelFiles read(Map<String, String> files) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach((name, content) -> contents.put(name, content.getBytes(StandardCharsets.UTF_8)));
        return ModelFiles.read(contents, KNOWN);
    }
}
