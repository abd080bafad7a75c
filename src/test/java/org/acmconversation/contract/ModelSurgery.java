package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Edits the XML of the shipped models as Modeler would save it. */
class ModelSurgery {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelSurgery() {}

    static UnaryOperator<String> replaced(String from, String to) {
        return model -> {
            assertThat(model).contains(from);
            return model.replace(from, to);
        };
    }

    /** Edits only the first line of an element. */
    static UnaryOperator<String> inElement(String id, UnaryOperator<String> edit) {
        return model -> {
            List<String> lines = new ArrayList<>(model.lines().toList());
            lines.replaceAll(line -> line.contains(" id=\"" + id + "\"") ? edit.apply(line) : line);
            return String.join("\n", lines);
        };
    }

    /** Adds an optional text field at the end of a form. */
    static UnaryOperator<String> withField(String key, String label) {
        return form -> form(
                form,
                components -> components
                        .addObject()
                        .put("type", "textfield")
                        .put("id", key + "Field")
                        .put("key", key)
                        .put("label", label)
                        .putObject("validate")
                        .put("maxLength", 500));
    }

    static UnaryOperator<String> withoutField(String key) {
        return form -> form(form, components -> {
            for (int i = components.size() - 1; i >= 0; i--) {
                if (components.path(i).path("key").asText().equals(key)) {
                    components.remove(i);
                }
            }
        });
    }

    private static String form(String form, Consumer<ArrayNode> edit) {
        try {
            JsonNode json = JSON.readTree(form);
            edit.accept((ArrayNode) json.path("components"));
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The form cannot be parsed", e);
        }
    }

    /** Removes an element with its shape or edge. */
    static UnaryOperator<String> removed(String tag, String id) {
        return model -> model.replaceFirst(
                        "(?s)<bpmn:%1$s id=\"%2$s\"[^>]*/>|<bpmn:%1$s id=\"%2$s\".*?</bpmn:%1$s>".formatted(tag, id),
                        "")
                .replaceFirst(
                        "(?s)<bpmndi:(BPMN\\w+) id=\"[^\"]*\" bpmnElement=\"%s\".*?</bpmndi:\\1>".formatted(id), "")
                .replaceAll("<bpmn:(incoming|outgoing)>%s</bpmn:\\1>".formatted(id), "");
    }

    /** Inserts an event into a flow. */
    static UnaryOperator<String> inserted(String flow, String target) {
        return model -> model.replaceFirst(
                        "(<bpmn:sequenceFlow id=\"%s\" sourceRef=\"\\w+\" targetRef=)\"\\w+\" />".formatted(flow),
                        """
                        $1"milestone" />
                        <bpmn:intermediateThrowEvent id="milestone" name="Hito">
                          <bpmn:documentation>Un hito. Cuaderno de estrategias: «Entradas clave».</bpmn:documentation>
                          <bpmn:incoming>%1$s</bpmn:incoming>
                          <bpmn:outgoing>afterMilestone</bpmn:outgoing>
                        </bpmn:intermediateThrowEvent>
                        <bpmn:sequenceFlow id="afterMilestone" sourceRef="milestone" targetRef="%2$s" />
                        """.formatted(flow, target))
                .replace(
                        "<bpmn:incoming>%s</bpmn:incoming>\n      <bpmn:outgoing>".formatted(flow),
                        "<bpmn:incoming>afterMilestone</bpmn:incoming>\n      <bpmn:outgoing>")
                .replace("</bpmndi:BPMNPlane>", """
                        <bpmndi:BPMNShape id="milestone_di" bpmnElement="milestone">
                          <dc:Bounds x="20" y="1500" width="36" height="36" />
                        </bpmndi:BPMNShape>
                        <bpmndi:BPMNEdge id="afterMilestone_di" bpmnElement="afterMilestone">
                          <di:waypoint x="56" y="1518" />
                          <di:waypoint x="96" y="1518" />
                        </bpmndi:BPMNEdge>
                        </bpmndi:BPMNPlane>""");
    }

    static Function<String, String> withoutTask(String task, String overdue) {
        return removed("userTask", task)
                .andThen(removed("boundaryEvent", task + "Overdue"))
                .andThen(removed("endEvent", task + "Escalated"))
                .andThen(removed("sequenceFlow", overdue));
    }

    static Function<String, String> withoutSme() {
        return withoutTask("introduceAdoptionSme", "introduceAdoptionSmeOverdueToIntroduceAdoptionSmeEscalated")
                .andThen(removed("sequenceFlow", "introduceAdoptionSmeToEndIntroducedToSme"))
                .andThen(replaced("targetRef=\"introduceAdoptionSme\"", "targetRef=\"endIntroducedToSme\""));
    }

    static Function<String, String> withoutQualification() {
        return withoutTask(
                        "qualifyAdditionalServices",
                        "qualifyAdditionalServicesOverdueToQualifyAdditionalServicesEscalated")
                .andThen(removed("sequenceFlow", "qualifyAdditionalServicesToIntroduceAdoptionSme"))
                .andThen(replaced("targetRef=\"qualifyAdditionalServices\"", "targetRef=\"introduceAdoptionSme\""));
    }

    static Function<String, String> asServiceTask() {
        return withoutOverdue()
                .andThen(model -> model.replaceFirst(
                        "(?s)<bpmn:userTask id=\"qualifyAdditionalServices\".*?</bpmn:userTask>", """
                <bpmn:serviceTask id="qualifyAdditionalServices" name="Calificar servicios adicionales" camunda:asyncBefore="true" camunda:delegateExpression="\\${refreshProfile}">
                  <bpmn:documentation>Sin personas. Cuaderno de estrategias: «Resultados clave».</bpmn:documentation>
                  <bpmn:extensionElements>
                    <camunda:failedJobRetryTimeCycle>PT10S,PT1M,PT5M,PT30M,PT2H</camunda:failedJobRetryTimeCycle>
                  </bpmn:extensionElements>
                  <bpmn:incoming>enterpriseEligibleToQualifyAdditionalServices</bpmn:incoming>
                  <bpmn:outgoing>qualifyAdditionalServicesToIntroduceAdoptionSme</bpmn:outgoing>
                </bpmn:serviceTask>"""));
    }

    static Function<String, String> withoutOverdue() {
        return removed("boundaryEvent", "qualifyAdditionalServicesOverdue")
                .andThen(removed("endEvent", "qualifyAdditionalServicesEscalated"))
                .andThen(removed(
                        "sequenceFlow", "qualifyAdditionalServicesOverdueToQualifyAdditionalServicesEscalated"));
    }

    /** Moves the task, with its deadline, into a subprocess. */
    static UnaryOperator<String> inSubProcess() {
        return model -> {
            String task = model.replaceFirst(
                    "(?s).*(<bpmn:userTask id=\"qualifyAdditionalServices\".*?<bpmn:sequenceFlow"
                            + " id=\"qualifyAdditionalServicesOverdueToQualifyAdditionalServicesEscalated\"[^>]*/>).*",
                    "$1");
            String nested = task.replace("enterpriseEligibleToQualifyAdditionalServices", "intoNextSteps")
                    .replace("qualifyAdditionalServicesToIntroduceAdoptionSme", "outOfNextSteps");
            return model.replace(task, """
                            <bpmn:subProcess id="nextSteps" name="Calificar los siguientes pasos">
                              <bpmn:documentation>Lo que sigue. Cuaderno de estrategias: «Siguientes pasos».</bpmn:documentation>
                              <bpmn:incoming>enterpriseEligibleToQualifyAdditionalServices</bpmn:incoming>
                              <bpmn:outgoing>qualifyAdditionalServicesToIntroduceAdoptionSme</bpmn:outgoing>
                              <bpmn:startEvent id="nextStepsDue" name="Elegible">
                                <bpmn:documentation>Es elegible. Cuaderno de estrategias: «Siguientes pasos».</bpmn:documentation>
                                <bpmn:outgoing>intoNextSteps</bpmn:outgoing>
                              </bpmn:startEvent>
                              <bpmn:sequenceFlow id="intoNextSteps" sourceRef="nextStepsDue" targetRef="qualifyAdditionalServices" />
                              %s
                              <bpmn:sequenceFlow id="outOfNextSteps" sourceRef="qualifyAdditionalServices" targetRef="nextStepsKnown" />
                              <bpmn:endEvent id="nextStepsKnown" name="Calificados">
                                <bpmn:documentation>Calificados. Cuaderno de estrategias: «Siguientes pasos».</bpmn:documentation>
                                <bpmn:incoming>outOfNextSteps</bpmn:incoming>
                              </bpmn:endEvent>
                            </bpmn:subProcess>""".formatted(nested))
                    .replace("targetRef=\"qualifyAdditionalServices\">", "targetRef=\"nextSteps\">")
                    .replace(
                            "sourceRef=\"qualifyAdditionalServices\" targetRef=\"introduceAdoptionSme\"",
                            "sourceRef=\"nextSteps\" targetRef=\"introduceAdoptionSme\"")
                    .replace("</bpmndi:BPMNPlane>", """
                            <bpmndi:BPMNShape id="nextSteps_di" bpmnElement="nextSteps" isExpanded="true">
                              <dc:Bounds x="20" y="1600" width="400" height="200" />
                            </bpmndi:BPMNShape>
                            <bpmndi:BPMNShape id="nextStepsDue_di" bpmnElement="nextStepsDue">
                              <dc:Bounds x="40" y="1680" width="36" height="36" />
                            </bpmndi:BPMNShape>
                            <bpmndi:BPMNShape id="nextStepsKnown_di" bpmnElement="nextStepsKnown">
                              <dc:Bounds x="340" y="1680" width="36" height="36" />
                            </bpmndi:BPMNShape>
                            <bpmndi:BPMNEdge id="intoNextSteps_di" bpmnElement="intoNextSteps">
                              <di:waypoint x="76" y="1698" />
                              <di:waypoint x="140" y="1698" />
                            </bpmndi:BPMNEdge>
                            <bpmndi:BPMNEdge id="outOfNextSteps_di" bpmnElement="outOfNextSteps">
                              <di:waypoint x="260" y="1698" />
                              <di:waypoint x="340" y="1698" />
                            </bpmndi:BPMNEdge>
                            </bpmndi:BPMNPlane>""");
        };
    }

    static UnaryOperator<String> withSecondTimer() {
        return model -> model.replaceFirst("<bpmn:endEvent id=\"scheduleConversationEscalated\"", """
                        <bpmn:boundaryEvent id="scheduleConversationForgotten" name="Olvidada" cancelActivity="false" attachedToRef="scheduleConversation">
                          <bpmn:documentation>Nadie la programa. Cuaderno de estrategias: «Programar y llevar a cabo la conversación de administración de cambio y adopción».</bpmn:documentation>
                          <bpmn:outgoing>forgottenToEscalated</bpmn:outgoing>
                          <bpmn:timerEventDefinition id="scheduleConversationForgottenDefinition">
                            <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">WD20</bpmn:timeDuration>
                          </bpmn:timerEventDefinition>
                        </bpmn:boundaryEvent>
                        <bpmn:sequenceFlow id="forgottenToEscalated" sourceRef="scheduleConversationForgotten" targetRef="scheduleConversationEscalated" />
                        <bpmn:endEvent id="scheduleConversationEscalated\"""")
                .replace(
                        "<bpmn:incoming>scheduleConversationOverdueToScheduleConversationEscalated</bpmn:incoming>",
                        "<bpmn:incoming>scheduleConversationOverdueToScheduleConversationEscalated</bpmn:incoming>"
                                + "<bpmn:incoming>forgottenToEscalated</bpmn:incoming>")
                .replace("</bpmndi:BPMNPlane>", """
                        <bpmndi:BPMNShape id="scheduleConversationForgotten_di" bpmnElement="scheduleConversationForgotten">
                          <dc:Bounds x="862" y="402" width="36" height="36" />
                        </bpmndi:BPMNShape>
                        <bpmndi:BPMNEdge id="forgottenToEscalated_di" bpmnElement="forgottenToEscalated">
                          <di:waypoint x="880" y="438" />
                          <di:waypoint x="833" y="500" />
                        </bpmndi:BPMNEdge>
                        </bpmndi:BPMNPlane>""");
    }

    static String copiedRow(String table) {
        return table.replaceFirst("(?s).*(<rule id=\"ftop4094\">.*?</rule>).*", "$1")
                .replace("ftop4094", "ftop5000")
                .replace("4094", "5000")
                .replace("$", "\\$");
    }
}
