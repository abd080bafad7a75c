package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule for delegates, references and gateways finds a violation. */
class ModelRulesForProcessesTest {

    private static final String DELEGATE = " camunda:delegateExpression=\"${createFtopTask}\"";
    private static final String CONDITION = "${discussionOutcome == 'SME_NEEDED'}";

    private static List<String> safety(String from, String to) {
        return Draft.findings(new SafetyRules(), from, to);
    }

    private static List<String> references(String from, String to) {
        return Draft.findings(new ReferenceRules(), from, to);
    }

    private static List<String> execution(String from, String to) {
        return Draft.findings(new ExecutionRules(), from, to);
    }

    private static List<String> gateways(String from, String to) {
        return Draft.findings(new GatewayRules(), from, to);
    }

    @Test
    void serviceTasksReferToABean() {
        assertThat(Draft.findings(new DelegateRules(), DELEGATE, ""))
                .containsExactly(
                        "acm-conversation.bpmn [createTask] «Crear la tarea»: no dice qué ejecuta; en «Implementation» elija «Delegate expression» y escriba, por ejemplo, ${createFtopTask}. Se conocen: createFtopTask, refreshProfile");
        assertThat(Draft.findings(new DelegateRules(), "${createFtopTask}", "${recordOutcome}"))
                .containsExactly(
                        "acm-conversation.bpmn [createTask] «Crear la tarea»: la delegate expression nombra «recordOutcome», que no sirve aquí; use uno de estos nombres o pida uno nuevo a desarrollo: createFtopTask, refreshProfile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${createTask}", "createFtopTask", "${createFtopTask.x}", "${a}${createFtopTask}", ""})
    void serviceTasksReferToExactlyOneExistingBean(String expression) {
        assertThat(safety("${createFtopTask}", expression))
                .containsExactly(
                        "acm-conversation.bpmn [createTask] «Crear la tarea»: la delegate expression «"
                                + expression
                                + "» no nombra un delegado disponible; escriba entre las llaves solo uno de estos nombres o pida uno nuevo a desarrollo: createFtopTask, recordOutcome, refreshProfile, remindCandidates");
    }

    @Test
    void listenersReferToABeanOfTheirType() {
        assertThat(Draft.findings(new DelegateRules(), "${remindCandidates}", "${recordOutcome}"))
                .containsExactly(
                        "acm-conversation.bpmn [requestSme] «Solicitar un SME»: la delegate expression nombra «recordOutcome», que no sirve aquí; use uno de estos nombres o pida uno nuevo a desarrollo: remindCandidates");
        assertThat(Draft.findings(new DelegateRules(), "delegateExpression=\"${recordOutcome}\"", "class=\"a.B\""))
                .containsExactly(
                        "acm-conversation.bpmn [endComplete] «Conversación completa»: un listener no dice qué ejecuta; elija «Delegate expression» y escriba, entre llaves, uno de estos nombres: recordOutcome");
    }

    @Test
    void classesAndExternalTasksAreNotAllowed() {
        assertThat(safety(DELEGATE, " camunda:class=\"java.lang.Runtime\""))
                .containsExactly(
                        "acm-conversation.bpmn [createTask] «Crear la tarea»: tiene «camunda:class» con el valor «java.lang.Runtime»: los modelos no nombran una clase de Java; use delegateExpression con uno de los delegados disponibles");
        assertThat(safety(DELEGATE, " camunda:topic=\"anything\""))
                .containsExactly(
                        "acm-conversation.bpmn [createTask] «Crear la tarea»: usa «camunda:topic» con el valor «anything», que no se admite; bórrelo y, si hace falta código, use delegateExpression con uno de los delegados disponibles");
        assertThat(safety(DELEGATE, " camunda:type=\"mail\"")).hasSize(1);
        assertThat(safety(DELEGATE, " camunda:expression=\"${createFtopTask}\""))
                .hasSize(1);
        assertThat(safety("delegateExpression=\"${recordOutcome}\"", "class=\"a.B\""))
                .containsExactly(
                        "acm-conversation.bpmn [endComplete] «Conversación completa»: tiene «class» con el valor «a.B»: los modelos no nombran una clase de Java; use delegateExpression con uno de los delegados disponibles");
    }

    @Test
    void scriptsAreNotAllowed() {
        assertThat(safety("bpmn:businessRuleTask", "bpmn:scriptTask"))
                .containsExactly(
                        "acm-conversation.bpmn [selectDiscussions] «Seleccionar las discusiones»: contiene «bpmn:scriptTask»: los modelos no llevan scripts ni funciones externas; use una expresión, una tabla de decisión o un delegado");
        assertThat(safety("<camunda:in source=\"services\" target=\"services\"/>", "<camunda:script/>"))
                .containsExactly(
                        "acm-conversation.bpmn [callAgain] «Llamar al proceso»: contiene «camunda:script»: los modelos no llevan scripts ni funciones externas; use una expresión, una tabla de decisión o un delegado");
        assertThat(safety("<camunda:in source=\"services\" target=\"services\"/>", "<camunda:formData/>"))
                .containsExactly(
                        "acm-conversation.bpmn [callAgain] «Llamar al proceso»: usa la extensión «camunda:formData», que no se admite; quítela y, si hace falta código, use delegateExpression con uno de los delegados disponibles");
        assertThat(safety("<bpmn:conditionExpression>", "<bpmn:conditionExpression language=\"groovy\">"))
                .singleElement()
                .asString()
                .startsWith("acm-conversation.bpmn [needed] «Sí»: tiene «language» con el valor «groovy»:");
        assertThat(safety("<inputExpression>", "<inputExpression expressionLanguage=\"javascript\">"))
                .hasSize(2);
        assertThat(safety("<inputExpression>", "<inputExpression expressionLanguage=\"feel\">"))
                .isEmpty();
    }

    @Test
    void activitiExtensionsAreNotAllowed() {
        assertThat(safety(DELEGATE, " xmlns:old=\"http://activiti.org/bpmn\" old:class=\"a.B\""))
                .containsExactly(
                        "acm-conversation.bpmn [createTask] «Crear la tarea»: tiene «old:class» con el valor «a.B»: los modelos no nombran una clase de Java; use delegateExpression con uno de los delegados disponibles");
        assertThat(safety(DELEGATE, " xmlns:old=\"http://activiti.org/bpmn\" old:assignee=\"ana\""))
                .containsExactly(
                        "acm-conversation.bpmn [createTask] «Crear la tarea»: usa «old:assignee» del espacio de nombres http://activiti.org/bpmn, que no se admite; quítelo y use solo lo que ofrece Camunda Modeler para Camunda 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${discussionOutcome.getClass()}",
                "${discussionOutcome.class.name == 'x'}",
                "${''.getClass()}",
                "${execution.setVariable('a', 1)}",
                "${createFtopTask.execute(execution)}",
                "${reminders['dayBefore'](conversationAt)}",
                "${reminders.weekBefore(conversationAt)}",
                "${createFtopTask}",
                "${services[0].getBytes()}",
                "${other()}",
                "#{fn:now()}",
                "${'}' == '' ? smeName : smeName.getBytes()}",
                "${smeName.length(",
            })
    void expressionsCallOnlyListedMethods(String expression) {
        assertThat(safety(CONDITION, expression))
                .singleElement()
                .asString()
                .startsWith("acm-conversation.bpmn [needed] «Sí»: la expresión «" + expression + "» usa «")
                .endsWith(
                        "» de un modo que no se admite o no se entiende; use solo variables, lo que se puede leer de ellas y los métodos de: reminders");
    }

    @Test
    void findsExpressionsBesideElements() {
        assertThat(safety(CONDITION, "${smeName.getBytes()}<camunda:value/>"))
                .containsExactly(
                        "acm-conversation.bpmn [needed] «Sí»: la expresión «${smeName.getBytes()}» usa «getBytes» de un modo que no se admite o no se entiende; use solo variables, lo que se puede leer de ellas y los métodos de: reminders");
        assertThat(safety(CONDITION, "${smeName.getB<!-- -->ytes()}")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${reminders.dayBefore(conversationAt)}",
                "${smeName == 'a.b()' and !empty services}",
                "${services.size > 1.5}",
                "#{execution.processBusinessKey}",
                "${reminders.dayBefore(conversationAt).length() > 10}",
                "${services[0] == smeName.trim()}",
                "${now()}",
            })
    void expressionsUseOnlyVariablesAndHelpers(String expression) {
        assertThat(safety(CONDITION, expression)).isEmpty();
    }

    @Test
    void referencesExist() {
        assertThat(references("camunda:formRef=\"request-sme\"", "camunda:formRef=\"request-expert\""))
                .containsExactly(
                        "acm-conversation.bpmn [requestSme] «Solicitar un SME»: usa el formulario «request-expert», que no existe; créelo en forms/ o use uno de estos: request-sme");
        assertThat(references("camunda:formRef=\"request-sme\"", ""))
                .containsExactly(
                        "acm-conversation.bpmn [requestSme] «Solicitar un SME»: no tiene formulario; en «Forms» elija «Camunda Forms» y escriba uno de estos ids: request-sme");
        assertThat(references("camunda:formRefBinding=\"deployment\"", "camunda:formRefBinding=\"latest\""))
                .containsExactly(
                        "acm-conversation.bpmn [requestSme] «Solicitar un SME»: su formulario no está ligado al despliegue; en «Forms», «Binding», elija «deployment»");
        assertThat(references("calledElement=\"acm-conversation\"", "calledElement=\"acm\""))
                .containsExactly(
                        "acm-conversation.bpmn [callAgain] «Llamar al proceso»: llama al proceso «acm», que no existe; créelo o use uno de estos: acm-conversation");
        assertThat(references("calledElement=\"acm-conversation\"", ""))
                .containsExactly(
                        "acm-conversation.bpmn [callAgain] «Llamar al proceso»: no dice a qué proceso llama; escriba en «Called element» uno de estos ids: acm-conversation");
        assertThat(references("decisionRef=\"ftop-value-discussions\"", "decisionRef=\"${services}\""))
                .containsExactly(
                        "acm-conversation.bpmn [selectDiscussions] «Seleccionar las discusiones»: evalúa la decisión «${services}», que no existe; créela en decisions/ o use una de estas: ftop-conversation-task, ftop-value-discussions");
        assertThat(references("camunda:decisionRef=\"ftop-value-discussions\"", ""))
                .containsExactly(
                        "acm-conversation.bpmn [selectDiscussions] «Seleccionar las discusiones»: no dice qué decisión evalúa; en «Implementation» elija «DMN» y escriba en «Decision reference» uno de estos ids: ftop-conversation-task, ftop-value-discussions");
        assertThat(references(" camunda:resultVariable=\"valueDiscussions\"", ""))
                .containsExactly(
                        "acm-conversation.bpmn [selectDiscussions] «Seleccionar las discusiones»: no guarda el resultado de la decisión; escriba en «Result variable» el nombre de una variable");
        assertThat(references("id=\"ftop-conversation-task\"", "id=\"ftop-value-discussions\""))
                .containsExactly(
                        "decisions/ftop-catalog.dmn [ftop-value-discussions] «Tabla»: hay otro con el id «ftop-value-discussions» en decisions/ftop-catalog.dmn; cambie uno de los dos ids");
    }

    @Test
    void onlyTheApplicationsMessagesAreReceived() {
        assertThat(references("name=\"acm.profileChanged\"", "name=\"profileChanged\""))
                .containsExactly(
                        "acm-conversation.bpmn [profileChangedMessage] «profileChanged»: la aplicación no envía ningún mensaje con este nombre; use uno de estos: acm.conversationRescheduled, acm.engagementWithdrawn, acm.profileChanged");
        assertThat(references("messageRef=\"withdrawnMessage\"", ""))
                .containsExactly(
                        "acm-conversation.bpmn [withdrawn] «Caso retirado»: espera o envía un mensaje que no está definido o no tiene nombre; elija en «Message» uno con nombre. En este archivo hay: acm.engagementWithdrawn, acm.profileChanged");
        assertThat(references("bpmn:escalationEventDefinition escalationRef", "bpmn:errorEventDefinition errorRef"))
                .containsExactly(
                        "acm-conversation.bpmn [requestSmeEscalated] «Escalada»: usa un error que no está definido o no tiene código; elija en «Error» uno con «Code». Códigos en este archivo: ftopRefused");
        assertThat(references("escalationCode=\"acm.taskOverdue\"", ""))
                .containsExactly(
                        "acm-conversation.bpmn [requestSmeEscalated] «Escalada»: usa una escalada que no está definida o no tiene código; elija en «Escalation» una con «Code». Códigos en este archivo: (ninguno)");
        assertThat(references("bpmn:escalationEventDefinition escalationRef", "bpmn:signalEventDefinition signalRef"))
                .containsExactly(
                        "acm-conversation.bpmn [requestSmeEscalated] «Escalada»: usa una señal, que llegaría a la vez a todos los casos, no solo a este; una los pasos con flujos, con una llamada a otro proceso o con un evento que la aplicación conozca");
    }

    @Test
    void historyHasATimeToLive() {
        assertThat(execution("isExecutable=\"true\" camunda:historyTimeToLive=\"P365D\"", "isExecutable=\"true\""))
                .containsExactly(
                        "acm-conversation.bpmn [acm-conversation] «Conversación»: no dice cuánto se conserva su historia; escriba en «Time to live», por ejemplo, P365D");
        assertThat(execution("name=\"Tabla\" camunda:historyTimeToLive=\"P365D\"", "name=\"Tabla\""))
                .hasSize(2)
                .contains(
                        "decisions/ftop-catalog.dmn [ftop-value-discussions] «Tabla»: no dice cuánto se conserva su historia; escriba en «Time to live», por ejemplo, P365D");
        assertThat(execution("isExecutable=\"true\"", ""))
                .containsExactly(
                        "acm-conversation.bpmn [acm-conversation] «Conversación»: no es ejecutable; marque «Executable»");
    }

    @Test
    void callsToOtherSystemsAreJobsWithRetries() {
        assertThat(execution(" camunda:asyncBefore=\"true\"", ""))
                .containsExactly(
                        "acm-conversation.bpmn [createTask] «Crear la tarea»: ejecuta «createFtopTask», que llama a otro sistema; marque «Asynchronous continuations: Before», para que un fallo se reintente sin perder nada");
        assertThat(execution("<camunda:failedJobRetryTimeCycle>PT10S,PT1M</camunda:failedJobRetryTimeCycle>", ""))
                .containsExactly(
                        "acm-conversation.bpmn [createTask] «Crear la tarea»: es asíncrono y no dice cómo se reintenta; escriba en «Job execution: Retry time cycle», por ejemplo, PT10S,PT1M,PT5M,PT30M,PT2H");
        assertThat(execution("PT10S,PT1M", "PT10S,1M"))
                .containsExactly(
                        "acm-conversation.bpmn [createTask] «Crear la tarea»: la espera «1M» entre reintentos no se entiende; escriba duraciones separadas por comas, por ejemplo PT10S,PT1M,PT5M,PT30M,PT2H");
        assertThat(execution("PT10S,PT1M", "R5/PT1M")).isEmpty();
    }

    @Test
    void gatewaysAreQuestionsAndFlowsAnswers() {
        assertThat(gateways("¿Hace falta un SME?", "SME"))
                .containsExactly(
                        "acm-conversation.bpmn [smeNeeded] «SME»: separa caminos y su nombre no es una pregunta; escriba una entre signos, por ejemplo «¿Hace falta un SME?»");
        assertThat(gateways(" name=\"No\"", ""))
                .containsExactly(
                        "acm-conversation.bpmn [notNeeded] esta salida de la compuerta «¿Hace falta un SME?» (smeNeeded) no tiene nombre; escriba la respuesta o lo que sigue, por ejemplo «Sí»");
    }

    @Test
    void gatewaysHaveOneDefaultFlow() {
        assertThat(gateways(" default=\"notNeeded\"", ""))
                .containsExactly(
                        "acm-conversation.bpmn [smeNeeded] «¿Hace falta un SME?»: no tiene un flujo predeterminado; marque como «Default flow» uno de estos: needed, notNeeded",
                        "acm-conversation.bpmn [notNeeded] «No»: sale de una compuerta sin condición y no es el flujo predeterminado; escriba una condición, por ejemplo ${partnerRequested}");
        assertThat(gateways("default=\"notNeeded\"", "default=\"needed\""))
                .contains(
                        "acm-conversation.bpmn [needed] «Sí»: es el flujo predeterminado y tiene una condición, que no se evalúa; bórrela o marque otro flujo como predeterminado");
        assertThat(gateways("bpmn:exclusiveGateway", "bpmn:parallelGateway"))
                .containsExactly(
                        "acm-conversation.bpmn [smeNeeded] «¿Hace falta un SME?»: tiene condiciones o un flujo predeterminado, que aquí no se evalúan; bórrelos o use una compuerta exclusiva");
    }

    @Test
    void pathsForkOnlyAtGateways() {
        assertThat(gateways("sourceRef=\"createTask\"", "sourceRef=\"selectDiscussions\""))
                .containsExactly(
                        "acm-conversation.bpmn [selectDiscussions] «Seleccionar las discusiones»: tiene varias salidas (created, selected); ponga detrás una compuerta paralela o exclusiva que diga qué ocurre");
        assertThat(gateways(
                        "targetRef=\"createTask\"/>",
                        "targetRef=\"createTask\"><bpmn:conditionExpression/></bpmn:sequenceFlow>"))
                .containsExactly(
                        "acm-conversation.bpmn [selectDiscussions] «Seleccionar las discusiones»: decide con una condición sin compuerta; ponga detrás una compuerta exclusiva con una pregunta como nombre");
    }
}
