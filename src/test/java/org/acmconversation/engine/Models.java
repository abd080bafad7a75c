package org.acmconversation.engine;

/** Small models for attacks. */
public class Models {

    private Models() {}

    /** A process with a start event, one activity and an end event. */
    public static String process(String id, String task) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="attack">
                  <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="start"/>
                    <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="step"/>
                    %s
                    <bpmn:sequenceFlow id="out" sourceRef="step" targetRef="end"/>
                    <bpmn:endEvent id="end"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(id, task);
    }

    /** A process whose task evaluates an expression and stores the result. */
    public static String evaluating(String id, String expression) {
        return process(
                id,
                "<bpmn:task id=\"step\"><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"result\">%s</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task>"
                        .formatted(expression));
    }

    /** A decision with one rule and no inputs. */
    public static String decision(String id, String attributes, String output) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="attack" name="attack" namespace="attack">
                  <decision id="%s" name="attack" camunda:historyTimeToLive="P1D">
                    <decisionTable id="table">
                      <output id="column" name="result"/>
                      <rule id="row"><outputEntry id="entry" %s><text>%s</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(id, attributes, output);
    }
}
