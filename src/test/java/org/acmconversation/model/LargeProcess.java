package org.acmconversation.model;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A process with many steps of each kind, one after the other. */
class LargeProcess {

    private static final String PART = """
            <bpmn:userTask id="ask%1$d" name="Solicitar algo" camunda:formRef="request-sme" camunda:dueDate="P3D"/>
            <bpmn:boundaryEvent id="ask%1$dOverdue" name="Vencida" cancelActivity="false" attachedToRef="ask%1$d">
              <bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:sequenceFlow id="overdue%1$d" sourceRef="ask%1$dOverdue" targetRef="escalated%1$d"/>
            <bpmn:endEvent id="escalated%1$d" name="Escalada"><bpmn:escalationEventDefinition escalationRef="taskOverdue"/></bpmn:endEvent>
            <bpmn:sequenceFlow id="asked%1$d" sourceRef="ask%1$d" targetRef="create%1$d"/>
            <bpmn:serviceTask id="create%1$d" name="Crear la tarea" camunda:delegateExpression="${createFtopTask}"/>
            <bpmn:sequenceFlow id="created%1$d" sourceRef="create%1$d" targetRef="select%1$d"/>
            <bpmn:businessRuleTask id="select%1$d" name="Seleccionar algo" camunda:decisionRef="ftop-value-discussions" camunda:resultVariable="valueDiscussions"/>
            <bpmn:sequenceFlow id="selected%1$d" sourceRef="select%1$d" targetRef="call%1$d"/>
            <bpmn:callActivity id="call%1$d" name="Llamar a un proceso" calledElement="acm-conversation">
              <bpmn:extensionElements><camunda:in source="services" target="services"/></bpmn:extensionElements>
            </bpmn:callActivity>
            <bpmn:sequenceFlow id="called%1$d" sourceRef="call%1$d" targetRef="fork%1$d"/>
            <bpmn:parallelGateway id="fork%1$d" name=""/>
            <bpmn:sequenceFlow id="one%1$d" name="Una" sourceRef="fork%1$d" targetRef="join%1$d"/>
            <bpmn:sequenceFlow id="other%1$d" name="Otra" sourceRef="fork%1$d" targetRef="join%1$d"/>
            <bpmn:parallelGateway id="join%1$d" name=""/>
            <bpmn:sequenceFlow id="joined%1$d" sourceRef="join%1$d" targetRef="needed%1$d"/>
            <bpmn:exclusiveGateway id="needed%1$d" name="¿Hace falta?" default="no%1$d"/>
            <bpmn:sequenceFlow id="yes%1$d" name="Sí" sourceRef="needed%1$d" targetRef="ask%2$d">
              <bpmn:conditionExpression>${discussionOutcome == 'SME_NEEDED'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="no%1$d" name="No" sourceRef="needed%1$d" targetRef="create%2$d"/>
            """;

    private LargeProcess() {}

    /** @param parts how often the same steps come one after the other */
    static Map<String, String> files(int parts) {
        Map<String, String> files = Draft.files();
        String steps = IntStream.range(0, parts)
                .mapToObj(part -> PART.formatted(part, part + 1))
                .collect(Collectors.joining());
        String drawn = IntStream.range(0, parts)
                .mapToObj(part ->
                        "<bpmndi:BPMNShape bpmnElement='ask%d'><dc:Bounds x='%d' y='500' width='80' height='80'/></bpmndi:BPMNShape>"
                                .formatted(part, part * 100))
                .collect(Collectors.joining());
        files.computeIfPresent(
                "acm-conversation.bpmn",
                (name, model) -> model.replace(
                                "<bpmn:sequenceFlow id=\"called\" sourceRef=\"callAgain\" targetRef=\"endComplete\"/>",
                                "<bpmn:sequenceFlow id=\"called\" sourceRef=\"callAgain\" targetRef=\"ask0\"/>" + steps
                                        + "<bpmn:userTask id=\"ask%1$d\" name=\"Terminar\"/><bpmn:sequenceFlow id=\"last\" sourceRef=\"ask%1$d\" targetRef=\"create%1$d\"/><bpmn:manualTask id=\"create%1$d\" name=\"Terminar\"/><bpmn:sequenceFlow id=\"ended\" sourceRef=\"create%1$d\" targetRef=\"endComplete\"/>"
                                                .formatted(parts))
                        .replace("</bpmndi:BPMNPlane>", drawn + "</bpmndi:BPMNPlane>"));
        return files;
    }
}
