package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule for decision tables finds a violation. */
class ModelRulesForDecisionsTest {

    private static final String ROW = "decisions/ftop-catalog.dmn [ftop4094] «Edge»: ";
    private static final String TABLE = "decisions/ftop-catalog.dmn [ftop-value-discussions] «Tabla»: ";

    private static List<String> decisions(String from, String to) {
        return Draft.findings(new DecisionRules(), from, to);
    }

    private static List<String> catalog(String from, String to) {
        return Draft.findings(new CatalogRules(), from, to);
    }

    @Test
    void aDecisionIsATable() {
        assertThat(decisions("decisionTable", "literalExpression"))
                .contains(TABLE + "no tiene una tabla de decisión; escriba las reglas en una tabla");
    }

    @Test
    void theEngineSupportsTheHitPolicy() {
        assertThat(decisions("hitPolicy=\"COLLECT\"", "hitPolicy=\"PRIORITY\""))
                .contains(
                        TABLE
                                + "la política «PRIORITY» no existe en Camunda 7; use una de estas: ANY, COLLECT, FIRST, RULE ORDER, UNIQUE");
    }

    @Test
    void everyRuleHasAUniqueIdAndADescription() {
        assertThat(decisions("rule id=\"ftop4094\"", "rule id=\"ftop4047\""))
                .containsExactly(
                        "decisions/ftop-catalog.dmn [ftop4047] «Edge»: la regla de la fila 1 no tiene id o repite «ftop4047»; borre la fila y añádala de nuevo en Camunda Modeler");
        assertThat(decisions("<description>Edge</description>", ""))
                .contains(
                        "decisions/ftop-catalog.dmn [ftop4094] la regla de la fila 1 no tiene descripción; escriba en «Annotations» cuándo se aplica");
        assertThat(decisions("rule", "text")).contains(TABLE + "la tabla no tiene reglas; añada al menos una");
    }

    @Test
    void ruleIdsGeneratedByModelerAreAllowed() {
        assertThat(decisions("rule id=\"ftop4094\"", "rule id=\"DecisionRule_0abc123\""))
                .isEmpty();
        assertThat(Draft.findings(new NamingRules(), "rule id=\"ftop4094\"", "rule id=\"DecisionRule_0abc123\""))
                .isEmpty();
    }

    @Test
    void namesAreVariablesAndStringsAreQuoted() {
        assertThat(Draft.findings(new VariableRules(), "list contains(?, \"EDGE\")", "list contains(?, EDGE)"))
                .contains(
                        ROW
                                + "usa el nombre «EDGE», que no es una variable documentada; si es un texto, escríbalo entre comillas; si es una variable, corrija el nombre. Se conocen: conversationAt, discussionOutcome, services, smeName, smeTopic, valueDiscussions");
    }

    @Test
    void catalogHasTheColumnsOfTheApi() {
        assertThat(catalog("name=\"role\"", "name=\"group\""))
                .contains(
                        TABLE
                                + "la tabla del catálogo debe tener una sola entrada (los servicios) y estas salidas, en este orden: catalogId, name, mandatory, role");
        assertThat(catalog("hitPolicy=\"COLLECT\"", "hitPolicy=\"FIRST\""))
                .contains(
                        TABLE
                                + "la tabla del catálogo reúne todas las filas que se aplican; elija la política COLLECT sin agregación");
    }

    @Test
    void servicesAreStringLiterals() {
        assertThat(catalog("list contains(?, \"EDGE\")", "count(services) > 1"))
                .contains(
                        ROW
                                + "la celda de servicios «count(services) > 1» no se entiende; escriba list contains(?, \"EXCHANGE\"), varias unidas con or, o un guion (-) para todos los servicios");
        assertThat(catalog("list contains(?, \"EDGE\")", "list contains(?, \"EDGE\") or list contains(?, \"TEAMS\")"))
                .contains(
                        ROW
                                + "nombra el servicio «TEAMS», que no está entre los valores predefinidos de la columna; añádalo allí en las dos tablas o use uno de estos: EDGE, EXCHANGE");
        assertThat(catalog("list contains(?, \"EDGE\")", "-")).isEmpty();
    }

    @Test
    void bothTablesHaveTheSameServices() {
        String inFirst =
                "id=\"conversationServices\" label=\"Servicios\">\n      <inputExpression><text>services</text></inputExpression>\n      <inputValues><text>\"EXCHANGE\",\"EDGE\"";

        assertThat(catalog(inFirst, inFirst + ",\"TEAMS\""))
                .containsExactly(
                        "decisions/ftop-catalog.dmn [ftop-conversation-task] «Tabla»: las dos tablas del catálogo no tienen los mismos servicios predefinidos; escriba en ambas la misma lista");
    }

    @Test
    void aRowHasIdNameMandatoryFlagAndRole() {
        assertThat(catalog("\"4094\"</text>", "4094</text>"))
                .containsExactly(
                        ROW + "el id de tarea «4094» no es un número entre comillas; escriba, por ejemplo, \"4047\"");
        assertThat(catalog("\"4094\"</text>", "\"4047\"</text>"))
                .containsExactly(
                        ROW
                                + "otra fila tiene ya el id de tarea «4047»; una tarea de FTOP va en una sola fila, con todos sus servicios unidos con or");
        assertThat(catalog("\"Presentación\"", "Presentación"))
                .contains(
                        ROW
                                + "el nombre «Presentación» no es un texto entre comillas, o es demasiado largo; escriba el nombre de la tarea, como máximo 400 caracteres, entre comillas rectas");
        assertThat(catalog("<text>true</text>", "<text>\"M\"</text>"))
                .contains(ROW + "la columna «Obligatoria» tiene «\"M\"»; escriba true (M) o false (O)");
        assertThat(catalog("<outputEntry><text>\"FASTTRACK_MANAGER\"", "<outputEntry><text>\"FM\""))
                .contains(ROW + "el rol «\"FM\"» no existe; escriba entre comillas uno de estos: FASTTRACK_MANAGER");
    }

    @Test
    void outputsHaveTheTypeOfTheirColumn() {
        assertThat(Draft.findings(
                        new DecisionOutputRules(),
                        "<output label=\"Obligatoria\" name=\"mandatory\"",
                        "<output label=\"Obligatoria\" name=\"mandatory\" typeRef=\"integer\""))
                .allMatch(finding -> finding.contains("que no es un valor de tipo integer"))
                .isNotEmpty();
        assertThat(Draft.findings(
                        new DecisionOutputRules(), "<outputEntry><text>true</text>", "<outputEntry><text></text>"))
                .allMatch(finding -> finding.contains("la columna «Obligatoria» está vacía"))
                .isNotEmpty();
    }

    @Test
    void resultMappingMatchesTheTable() {
        String task = "acm-conversation.bpmn [selectDiscussions] «Seleccionar las discusiones»: ";
        String reference = "camunda:decisionRef=\"ftop-value-discussions\"";

        assertThat(references(reference, reference + " camunda:mapDecisionResult=\"resultList\""))
                .isEmpty();
        assertThat(references(reference, reference + " camunda:mapDecisionResult=\"singleEntry\""))
                .containsExactly(
                        task
                                + "toma el resultado de otra forma que la tabla lo da; elija «resultList» en «Map decision result»");
        assertThat(references("hitPolicy=\"COLLECT\"", "hitPolicy=\"UNIQUE\""))
                .containsExactly(
                        task
                                + "toma el resultado de otra forma que la tabla lo da; elija «singleResult» en «Map decision result»");
        assertThat(references("camunda:decisionRefBinding=\"deployment\"", ""))
                .containsExactly(
                        task
                                + "no está ligado al despliegue y mezclaría versiones de una publicación y otra; en «Binding» elija «deployment»");
    }

    private static List<String> references(String from, String to) {
        return Draft.findings(new ReferenceRules(), from, to);
    }
}
