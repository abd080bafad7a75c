package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule for user tasks, variables, names and layout finds a violation. */
class ModelRulesForTasksTest {

    private static final String GROUPS = "fasttrack-engineer, fasttrack-manager, fasttrack-ready-partner";
    private static final String TASK = "acm-conversation.bpmn [requestSme] «Solicitar un SME»: ";
    private static final String OVERDUE = "acm-conversation.bpmn [requestSmeOverdue] «Vencida»: ";

    private static List<String> groups(String from, String to) {
        return Draft.findings(new CandidateGroupRules(), from, to);
    }

    private static List<String> timers(String from, String to) {
        return Draft.findings(new TimerRules(), from, to);
    }

    private static List<String> variables(String from, String to) {
        return Draft.findings(new VariableRules(), from, to);
    }

    private static List<String> names(String from, String to) {
        return Draft.findings(new NamingRules(), from, to);
    }

    private static List<String> layout(String from, String to) {
        return Draft.findings(new LayoutRules(), from, to);
    }

    @Test
    void candidateGroupsAreKnown() {
        assertThat(groups("\"fasttrack-manager\"", "\"fasttrack-manager, managers\""))
                .containsExactly(
                        TASK + "se ofrece al grupo «managers», que no existe; use uno o varios de estos: " + GROUPS);
        assertThat(groups("camunda:candidateGroups=\"fasttrack-manager\"", ""))
                .containsExactly(TASK
                        + "no dice quién la realiza; escriba en «Candidate groups» uno o varios de estos, separados por comas: "
                        + GROUPS);
        assertThat(groups("\"fasttrack-manager\"", "\"${candidateGroup}\"")).isEmpty();
    }

    @Test
    void tasksHaveNoFixedAssignee() {
        assertThat(groups("camunda:dueDate", "camunda:assignee=\"ana\" camunda:dueDate"))
                .containsExactly(TASK
                        + "está asignada a «ana»; las tareas se ofrecen a grupos, no a personas: borre el valor y use en «Candidate groups» uno de estos: "
                        + GROUPS);
        assertThat(groups("</bpmn:userTask>", "<bpmn:potentialOwner/></bpmn:userTask>"))
                .containsExactly(TASK
                        + "tiene un «potential owner» o «performer»; bórrelo y use en «Candidate groups» uno de estos: "
                        + GROUPS);
    }

    @Test
    void tasksHaveADueDate() {
        assertThat(timers(" camunda:dueDate=\"P3D\"", ""))
                .containsExactly(TASK + "no tiene vencimiento; escriba en «Due date», por ejemplo, P3D (tres días)");
        assertThat(timers("camunda:dueDate=\"P3D\"", "camunda:dueDate=\"3 días\""))
                .containsExactly(
                        TASK
                                + "el vencimiento «3 días» no se entiende; escriba, por ejemplo, P3D (tres días), o una variable con la fecha");
    }

    @Test
    void overdueTasksEscalateAndStayOpen() {
        assertThat(timers("PT72H", "P4D"))
                .containsExactly(OVERDUE
                        + "espera «P4D», pero la tarea requestSme vence con «P3D»; escriba en los dos el mismo valor");
        assertThat(timers("cancelActivity=\"false\"", ""))
                .containsExactly(
                        OVERDUE
                                + "interrumpe la tarea vencida, que debe seguir abierta; elija «Timer Boundary Event (non-interrupting)»");
        assertThat(timers("targetRef=\"requestSmeEscalated\"", "targetRef=\"endComplete\""))
                .containsExactly(
                        OVERDUE + "no lleva a un fin de escalada; únalo a uno con la escalada «Tarea vencida»");
        assertThat(timers("attachedToRef=\"requestSme\"", "attachedToRef=\"createTask\""))
                .containsExactly(
                        TASK
                                + "nada ocurre cuando vence; añada en su borde un temporizador que no interrumpa, con el id requestSmeOverdue y el valor P3D, que lleve a un fin de escalada");
    }

    @Test
    void remindersAreBeforeTheDueDate() {
        assertThat(timers("P2D", "P3D"))
                .containsExactly(
                        TASK
                                + "el recordatorio «P3D» no llega antes del vencimiento «P3D»; escriba una duración menor o, si el vencimiento es una fecha elegida, una expresión con uno de estos: reminders");
        assertThat(timers("event=\"timeout\"", "event=\"create\""))
                .containsExactly(
                        TASK
                                + "no tiene recordatorio; añada un task listener de tipo «timeout» con ${remindCandidates} y un plazo anterior al vencimiento (P3D)");
        assertThat(timers("P2D", "dos días"))
                .contains(
                        TASK
                                + "la duración «dos días» no se entiende; escriba, por ejemplo, P3D (tres días) o PT4H (cuatro horas)");
    }

    @Test
    void dueDatesMayBeInWorkingDays() {
        String inWorkingDays = "camunda:dueDate=\"WD3\"";

        assertThat(timers("camunda:dueDate=\"P3D\"", inWorkingDays))
                .containsExactly(
                        OVERDUE
                                + "espera «PT72H», pero la tarea requestSme vence con «WD3»; escriba en los dos el mismo valor",
                        TASK
                                + "el recordatorio «P2D» no llega antes del vencimiento «WD3»; escriba una duración menor o, si el vencimiento es una fecha elegida, una expresión con uno de estos: reminders");
        assertThat(timers("camunda:dueDate=\"P3D\"", "camunda:dueDate=\"WD0\""))
                .contains(
                        TASK
                                + "el vencimiento «WD0» no se entiende; escriba, por ejemplo, P3D (tres días), o una variable con la fecha");
    }

    @Test
    void usersMayChooseTheDueDate() {
        assertThat(timers("camunda:dueDate=\"P3D\"", "camunda:dueDate=\"${conversationAt}\""))
                .containsExactly(
                        OVERDUE
                                + "espera «PT72H», pero la tarea requestSme vence con «${conversationAt}»; escriba en los dos el mismo valor",
                        TASK
                                + "el recordatorio «P2D» no llega antes del vencimiento «${conversationAt}»; escriba una duración menor o, si el vencimiento es una fecha elegida, una expresión con uno de estos: reminders");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:in source=\"topic\" target=\"services\"/>",
                "<camunda:in source=\"services\" target=\"topic\"/>",
                "<camunda:in sourceExpression=\"${topic.name}\" target=\"services\"/>",
                "<camunda:inputOutput><camunda:inputParameter name=\"topic\">1</camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:outputParameter name=\"services\">${empty smeName ? topic : 'topic'}</camunda:outputParameter></camunda:inputOutput>",
            })
    void processesUseDocumentedVariables(String extension) {
        assertThat(variables("<camunda:in source=\"services\" target=\"services\"/>", extension))
                .containsExactly(
                        "acm-conversation.bpmn [callAgain] «Llamar al proceso»: usa la variable «topic», que no está documentada; corrija el nombre o anótela en la tabla de processes/variables.md. Se conocen: conversationAt, discussionOutcome, services, smeName, smeTopic, valueDiscussions");
    }

    @Test
    void conditionsAndResultsUseDocumentedVariables() {
        assertThat(variables("${discussionOutcome == ", "${outcome == "))
                .singleElement()
                .asString()
                .startsWith("acm-conversation.bpmn [needed] «Sí»: usa la variable «outcome»,");
        assertThat(variables("camunda:resultVariable=\"valueDiscussions\"", "camunda:resultVariable=\"rows\""))
                .singleElement()
                .asString()
                .startsWith(
                        "acm-conversation.bpmn [selectDiscussions] «Seleccionar las discusiones»: usa la variable «rows»,");
    }

    @Test
    void callsPassVariablesIndividually() {
        assertThat(variables(
                        "<camunda:in source=\"services\" target=\"services\"/>", "<camunda:in variables=\"all\"/>"))
                .containsExactly(
                        "acm-conversation.bpmn [callAgain] «Llamar al proceso»: pasa todas las variables; pase solo las que hacen falta, una por una");
    }

    @Test
    void idsAreMeaningful() {
        assertThat(names("process id=\"acm-conversation\"", "process id=\"Process_1\""))
                .containsExactly(
                        "acm-conversation.bpmn [Process_1] «Conversación»: el id «Process_1» no dice qué es; escriba palabras en minúsculas unidas por guiones, por ejemplo value-discussion");
        assertThat(names("serviceTask id=\"createTask\"", "serviceTask id=\"Activity_1abc2de\""))
                .containsExactly(
                        "acm-conversation.bpmn [Activity_1abc2de] «Crear la tarea»: el id «Activity_1abc2de» es generado o no sigue la forma acordada; escriba palabras en inglés unidas sin espacios, por ejemplo requestSme");
        assertThat(names("sequenceFlow id=\"needed\"", "sequenceFlow id=\"Flow_0x1y2z3\""))
                .containsExactly(
                        "acm-conversation.bpmn [Flow_0x1y2z3] «Sí»: el id «Flow_0x1y2z3» es generado o no sigue la forma acordada; escriba palabras en inglés unidas sin espacios, por ejemplo smeNeededToRequestSme");
    }

    @Test
    void everyElementHasAName() {
        assertThat(names(" name=\"Caso recibido\"", ""))
                .containsExactly("acm-conversation.bpmn [engagementReceived] no tiene nombre; escriba uno en español");
        assertThat(names("name=\"Tarea vencida\"", "name=\" \""))
                .containsExactly("acm-conversation.bpmn [taskOverdue] no tiene nombre; escriba uno en español");
        assertThat(names("label=\"Servicios\"", ""))
                .contains("decisions/ftop-catalog.dmn [valueServices] no tiene nombre; escriba uno en español");
    }

    @Test
    void activityNamesAreVerbAndObject() {
        assertThat(names("Solicitar un SME", "Solicitud de SME"))
                .containsExactly(
                        "acm-conversation.bpmn [requestSme] «Solicitud de SME»: no empieza por un verbo en infinitivo seguido de un objeto; escriba, por ejemplo, «Solicitar un SME»");
    }

    @Test
    void everyElementNamesItsSectionOfThePlaybook() {
        String message =
                "no cita la sección del cuaderno de estrategias de la que sale; escriba al final «Cuaderno de estrategias:» y una de estas, entre comillas angulares: «Objetivos», «Programar y llevar a cabo la conversación de administración de cambio y adopción», «Solicitar un Socio ACM», «Conversación del cliente sobre Administración de adopción y cambio completa», «Discusiones de agregación de valor», «Entradas clave», «Resultados clave», «Siguientes pasos»";

        assertThat(Draft.findings(new DocumentationRules(), "Tarea. «Discusiones de agregación de valor»", "Tarea."))
                .containsExactly(TASK + "su documentación " + message);
        assertThat(Draft.findings(
                        new DocumentationRules(),
                        "<description>Catálogo. «Discusiones de agregación de valor»</description>",
                        ""))
                .contains("decisions/ftop-catalog.dmn [ftop-value-discussions] «Tabla»: su documentación " + message);
    }

    @Test
    void everyElementIsDrawnWithoutOverlap() {
        assertThat(layout("BPMNShape bpmnElement='createTask'", "BPMNShape bpmnElement='other'"))
                .containsExactly(
                        "acm-conversation.bpmn [createTask] «Crear la tarea»: no está dibujado; ábralo en Camunda Modeler, bórrelo y dibújelo de nuevo");
        assertThat(layout("BPMNEdge bpmnElement='needed'", "BPMNEdge bpmnElement='other'"))
                .containsExactly(
                        "acm-conversation.bpmn [needed] «Sí»: el flujo de smeNeeded a requestSme no está dibujado; ábralo en Camunda Modeler, bórrelo y dibújelo de nuevo");
        assertThat(layout("x='300'", "x='250'"))
                .containsExactly(
                        "acm-conversation.bpmn [selectDiscussions] «Seleccionar las discusiones»: se superpone con «Crear la tarea» (createTask); sepárelos");
    }

    /** Camunda Modeler draws the content of a collapsed subprocess on a plane of its own. */
    @Test
    void drawingsOfCollapsedSubprocessesMayOverlapTheOthers() {
        String shape =
                "<bpmndi:BPMNShape bpmnElement='createTask'><dc:Bounds x='300' y='0' width='80' height='80'/></bpmndi:BPMNShape>";
        String plane = "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram><bpmndi:BPMNDiagram>"
                + "<bpmndi:BPMNPlane bpmnElement='withdrawnHandling'>" + shape.replace("300", "250")
                + "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"
                + "<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement='acm-conversation'>";

        assertThat(layout(shape, plane)).isEmpty();
    }

    @Test
    void weeksAreValidDurations() {
        assertThat(timers("P3D", "P2W").stream().filter(finding -> finding.contains("no se entiende")))
                .isEmpty();
        assertThat(timers("PT72H", "P2W")).anyMatch(finding -> finding.contains("«P2W»"));
        assertThat(timers(
                        "<bpmn:timeDuration>PT72H</bpmn:timeDuration>",
                        "<bpmn:timeDuration>P3000Y</bpmn:timeDuration>"))
                .contains(
                        OVERDUE
                                + "la duración «P3000Y» no se entiende; escriba, por ejemplo, P3D (tres días) o PT4H (cuatro horas)");
    }

    @Test
    void datesAndCyclesAreValidTimers() {
        assertThat(timers("<bpmn:timeDuration>PT72H</bpmn:timeDuration>", "<bpmn:timeDate>mañana</bpmn:timeDate>"))
                .contains(
                        OVERDUE
                                + "la fecha «mañana» no se entiende; escriba, por ejemplo, 2027-01-31T08:00:00Z, o una variable con la fecha");
        assertThat(timers("<bpmn:timeDuration>PT72H</bpmn:timeDuration>", "<bpmn:timeCycle>0 0 * * *</bpmn:timeCycle>"))
                .contains(
                        OVERDUE
                                + "la repetición «0 0 * * *» no se entiende; escriba, por ejemplo, R3/P1D (tres veces, una al día)");
        assertThat(timers("<bpmn:timeDuration>PT72H</bpmn:timeDuration>", ""))
                .contains(OVERDUE + "no dice cuándo; en «Timer» elija «Duration», «Date» o «Cycle» y escriba un valor");
        assertThat(timers(
                        "<bpmn:timeDuration>PT72H</bpmn:timeDuration>",
                        "<bpmn:timeDate>2027-01-31T08:00:00Z</bpmn:timeDate>"))
                .noneMatch(finding -> finding.contains("no se entiende"));
    }

    @Test
    void aFollowUpIsADurationOrAnExpression() {
        String dueDate = "camunda:dueDate=\"P3D\"";

        assertThat(timers(dueDate, dueDate + " camunda:followUpDate=\"pronto\""))
                .containsExactly(
                        TASK
                                + "la duración «pronto» no se entiende; escriba, por ejemplo, P3D (tres días) o PT4H (cuatro horas)");
        assertThat(timers(dueDate, dueDate + " camunda:followUpDate=\"P1D\"")).isEmpty();
        assertThat(timers(dueDate, dueDate + " camunda:followUpDate=\"${conversationAt}\""))
                .isEmpty();
    }

    @Test
    void namesFitIntoDatabaseColumns() {
        assertThat(names("name=\"Solicitar un SME\"", "name=\"Solicitar %s\"".formatted("x".repeat(245))))
                .isEmpty();
        assertThat(names("name=\"Solicitar un SME\"", "name=\"Solicitar %s\"".formatted("x".repeat(246))))
                .singleElement()
                .asString()
                .endsWith("su nombre es demasiado largo; escriba como máximo 255 caracteres");
        assertThat(names("\"requestSme\"", "\"%s\"".formatted("x".repeat(150)))).isEmpty();
        assertThat(names("\"requestSme\"", "\"%s\"".formatted("x".repeat(151))))
                .singleElement()
                .asString()
                .endsWith("su id es demasiado largo; escriba como máximo 150 caracteres");
    }

    @Test
    void versionsAndDocumentationFitIntoDatabaseColumns() {
        String process = "<bpmn:process id=\"acm-conversation\"";
        String tag = process + " camunda:versionTag=\"%s\"";
        String documentation = "Tarea. «Discusiones de agregación de valor»";

        assertThat(names(process, tag.formatted("x".repeat(64)))).isEmpty();
        assertThat(names(process, tag.formatted("x".repeat(65))))
                .singleElement()
                .asString()
                .endsWith("su «Version tag» es demasiado larga; escriba como máximo 64 caracteres");
        assertThat(names(documentation, "x".repeat(4000))).isEmpty();
        assertThat(names(documentation, "x".repeat(4001)))
                .containsExactly(
                        TASK
                                + "su documentación es demasiado larga para una tarea de usuario; escriba como máximo 4000 caracteres");
    }
}
