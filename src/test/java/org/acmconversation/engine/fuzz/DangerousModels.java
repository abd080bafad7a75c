package org.acmconversation.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Small models that make a stock engine run code that is not on the allow-list, and their dangerous parts. */
class DangerousModels {

    /** @param part the dangerous part */
    record Model(String file, String part, String text) {

        byte[] content() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return part;
        }
    }

    static final String JAVA = "${''.getClass().forName('org.stockcamunda.Intruder').newInstance().toString()}";

    static final List<String> EXPRESSIONS = List.of(
            JAVA,
            "${x.class}",
            "#{x.getClass()}",
            "${x['class']}",
            "${x[a ? 'class' : 'b']}",
            "${dataSource.connection}",
            "${taskService}",
            "${execution.processEngineServices}",
            "${execution['processEngine']}",
            "${execution.setVariable('a', 'b')}",
            "${recordOutcome.notify(execution)}",
            "${reminders.toString()}",
            "${reminders['dayBefore'](x)}",
            "before ${x} after ${x.repeat(9)}",
            "${x.matches('(a+)+')}",
            "${a == '}' ? b : c.getBytes()}");

    /** Attributes of a service task, or of any other. */
    static final List<String> ATTRIBUTES = List.of(
            "camunda:class='org.stockcamunda.Intruder'",
            "activiti:class='org.stockcamunda.Intruder'",
            "camunda:expression='${x}'",
            "camunda:expression=\"" + JAVA + "\"",
            "camunda:delegateExpression='${dataSource}'",
            "camunda:delegateExpression='${ anyVariable }'",
            "camunda:delegateExpression='${recordOutcome}${x}'",
            "camunda:type='shell'",
            "camunda:type='mail'",
            "xmlns:c='http://camunda.org/schema/1.0/bpmn' c:class='org.stockcamunda.Intruder'",
            "xmlns:modeler='http://camunda.org/schema/1.0/bpmn' modeler:class='org.stockcamunda.Intruder'",
            "xmlns:camunda='http://activiti.org/bpmn' camunda:class='org.stockcamunda.Intruder'");

    /** Content of {@code extensionElements}. */
    static final List<String> EXTENSIONS = List.of(
            "<camunda:executionListener event='start' class='org.stockcamunda.Intruder'/>",
            "<camunda:executionListener event='start' expression='${x.class}'/>",
            "<camunda:executionListener event='start' delegateExpression='${dataSource}'/>",
            "<camunda:executionListener event='start'><camunda:script scriptFormat='javascript'>1</camunda:script></camunda:executionListener>",
            "<activiti:executionListener event='end' class='org.stockcamunda.Intruder'/>",
            "<c:executionListener xmlns:c='http://camunda.org/schema/1.0/bpmn' event='end' class='org.stockcamunda.Intruder'/>",
            "<executionListener xmlns='http://camunda.org/schema/1.0/bpmn' event='end' class='org.stockcamunda.Intruder'/>",
            "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>",
            "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='groovy' resource='deployment://a.groovy'/></camunda:inputParameter></camunda:inputOutput>",
            "<camunda:inputOutput><camunda:outputParameter name='a'><camunda:list><camunda:value>1</camunda:value><camunda:script scriptFormat='juel'>1</camunda:script></camunda:list></camunda:outputParameter></camunda:inputOutput>",
            "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:map><camunda:entry key='b'><camunda:list><camunda:value>JAVA</camunda:value></camunda:list></camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput>",
            "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:map><camunda:entry key=\"JAVA\">1</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput>",
            "<camunda:inputOutput><camunda:inputParameter name='a'>&#36;&#x7b;x.cl<![CDATA[ass]]>}</camunda:inputParameter></camunda:inputOutput>",
            "<camunda:inputOutput><camunda:inputParameter name='a'>${x.<!-- -->class}</camunda:inputParameter></camunda:inputOutput>");

    /** Replacements for the only step of a process, with its id. */
    private static final List<String> STEPS = List.of(
            "<bpmn:scriptTask id='step' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
            "<bpmn:scriptTask id='step' scriptFormat='javascript' camunda:resource='deployment://a.js'/>",
            "<scriptTask xmlns='urn:x' id='step' scriptFormat='javascript'><script>1</script></scriptTask>",
            "<bpmn:serviceTask id='step' camunda:delegateExpression='${recordOutcome}'><bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask>",
            "<bpmn:serviceTask id='step' camunda:class='org.stockcamunda.Intruder'><bpmn:extensionElements><camunda:field name='a' stringValue='b'/></bpmn:extensionElements></bpmn:serviceTask>",
            "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:taskListener event='create' class='org.stockcamunda.Intruder'/></bpmn:extensionElements></bpmn:userTask>",
            "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:taskListener event='create'><camunda:script scriptFormat='javascript'>1</camunda:script></camunda:taskListener></bpmn:extensionElements></bpmn:userTask>",
            "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:taskListener event='create' expression=\"JAVA\"/></bpmn:extensionElements></bpmn:userTask>",
            "<bpmn:userTask id='step' camunda:formHandlerClass='org.stockcamunda.Intruder'/>",
            "<bpmn:userTask id='step' camunda:dueDate='${x.class}'/>",
            "<bpmn:userTask id='step'><bpmn:documentation>${x.class}</bpmn:documentation></bpmn:userTask>",
            "<bpmn:userTask id='step'><bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>user(${x.class})</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner></bpmn:userTask>",
            "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:formData><camunda:formField id='a' type='string' defaultValue='${x.class}'/></camunda:formData></bpmn:extensionElements></bpmn:userTask>",
            "<bpmn:task id='step'><bpmn:multiInstanceLoopCharacteristics camunda:collection='${x.class}' camunda:elementVariable='b'/></bpmn:task>",
            "<bpmn:task id='step'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${x.class}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:task>",
            "<bpmn:task id='step'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality><bpmn:completionCondition>${x.class}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:task>",
            "<bpmn:callActivity id='step' calledElement='${x.class}'/>",
            "<bpmn:callActivity id='step' calledElement='x'><bpmn:extensionElements><camunda:in sourceExpression='${x.class}' target='b'/></bpmn:extensionElements></bpmn:callActivity>",
            "<bpmn:callActivity id='step' calledElement='x' camunda:variableMappingClass='org.stockcamunda.Intruder'/>",
            "<bpmn:callActivity id='step' calledElement='x' camunda:variableMappingDelegateExpression='${dataSource}'/>",
            "<bpmn:task id='step'/><bpmn:sequenceFlow id='more' sourceRef='step' targetRef='end'><bpmn:conditionExpression language='javascript'>1</bpmn:conditionExpression></bpmn:sequenceFlow>",
            "<bpmn:task id='step'/><bpmn:sequenceFlow id='more' sourceRef='step' targetRef='end'><bpmn:conditionExpression language='javascript' camunda:resource='a.js'/></bpmn:sequenceFlow>",
            "<bpmn:task id='step'/><bpmn:sequenceFlow id='more' sourceRef='step' targetRef='end'><bpmn:conditionExpression>${x.class}</bpmn:conditionExpression></bpmn:sequenceFlow>",
            "<bpmn:task id='step'/><bpmn:sequenceFlow id='more' sourceRef='step' targetRef='end'><bpmn:conditionExpression>${x.<bpmn:a>a</bpmn:a>class}</bpmn:conditionExpression></bpmn:sequenceFlow>",
            "<bpmn:intermediateCatchEvent id='step'><bpmn:timerEventDefinition><bpmn:timeDuration>${x.class}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>",
            "<bpmn:intermediateCatchEvent id='step'><bpmn:conditionalEventDefinition><bpmn:condition language='groovy'>1</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>",
            "<bpmn:intermediateThrowEvent id='step'><bpmn:messageEventDefinition camunda:class='org.stockcamunda.Intruder'/></bpmn:intermediateThrowEvent>",
            "<bpmn:serviceTask id='step' camunda:type='external' camunda:topic='t'><bpmn:extensionElements><camunda:errorEventDefinition errorRef='e' expression='${x.class}'/></bpmn:extensionElements></bpmn:serviceTask>");

    private static final List<String> DECISIONS = List.of(
            "<literalExpression id='l' expressionLanguage='javascript'><text>1</text></literalExpression>",
            "<decisionTable id='t'><input id='i'><inputExpression id='ie' expressionLanguage='juel'><text>x</text></inputExpression></input><output id='o' name='o'/><rule id='r'><inputEntry id='n'><text>1</text></inputEntry><outputEntry id='p'><text>1</text></outputEntry></rule></decisionTable>",
            "<decisionTable id='t'><input id='i'><inputExpression id='ie'><text>x</text></inputExpression></input><output id='o' name='o'/><rule id='r'><inputEntry id='n' expressionLanguage='groovy'><text>1</text></inputEntry><outputEntry id='p'><text>1</text></outputEntry></rule></decisionTable>",
            "<decisionTable id='t'><output id='o' name='o'/><rule id='r'><outputEntry id='p' expressionLanguage='juel'><text>JAVA</text></outputEntry></rule></decisionTable>");

    private DangerousModels() {}

    static Stream<Model> models() {
        Stream<Model> steps = Stream.of(
                        STEPS.stream(),
                        EXPRESSIONS.stream()
                                .map(expression -> "<bpmn:userTask id='step' name=\"%s\"/>".formatted(expression)),
                        ATTRIBUTES.stream().map(attribute -> "<bpmn:serviceTask id='step' %s/>".formatted(attribute)),
                        EXTENSIONS.stream()
                                .map(extension ->
                                        "<bpmn:task id='step'><bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:task>"
                                                .formatted(extension)))
                .flatMap(all -> all)
                .map(step -> step.replace("JAVA", JAVA))
                .map(step -> new Model("danger.bpmn", step, process(step)));
        Stream<Model> decisions = DECISIONS.stream()
                .map(logic -> logic.replace("JAVA", JAVA))
                .map(logic -> new Model("danger.dmn", logic, decision(logic)));
        return Stream.concat(steps, decisions);
    }

    static String process(String step) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0" targetNamespace="small">
                  <bpmn:process id="small" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="start"/>
                    <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="step"/>
                    %s
                    <bpmn:sequenceFlow id="out" sourceRef="step" targetRef="end"/>
                    <bpmn:endEvent id="end"/>
                  </bpmn:process>
                  <bpmn:error id="e" errorCode="e"/>
                </bpmn:definitions>
                """.formatted(step);
    }

    static String decision(String logic) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="small" name="small" namespace="small">
                  <decision id="decided" name="decided" camunda:historyTimeToLive="P1D"><variable name="v" id="v"/>%s</decision>
                </definitions>
                """.formatted(logic);
    }
}
