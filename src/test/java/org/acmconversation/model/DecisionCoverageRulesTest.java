package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** If a process needs one result, exactly one row of the decision table matches every input. */
class DecisionCoverageRulesTest {

    private static final String TABLE = "decisions/eligibility.dmn [eligibility] «Elegibilidad»: ";

    @Test
    void acceptsTablesThatMatchEveryInputOnce() {
        assertThat(findings("UNIQUE", "integer", "&gt;= 100", "&lt; 100")).isEmpty();
        assertThat(findings("UNIQUE", "string", "\"ENTERPRISE\"", "not(\"ENTERPRISE\")"))
                .isEmpty();
        assertThat(findings("UNIQUE", "boolean", "true", "false")).isEmpty();
    }

    @Test
    void reportsInputsThatMatchNoRow() {
        assertThat(findings("UNIQUE", "integer", "&gt; 100", "&lt; 100")).containsExactly(TABLE + gap("Entrada = 100"));
        assertThat(findings("UNIQUE", "integer", "&gt;= 100", "&lt; 99")).containsExactly(TABLE + gap("Entrada = 99"));
        assertThat(findings("UNIQUE", "integer", "&lt;= 100")).containsExactly(TABLE + gap("Entrada = 101"));
        assertThat(findings("UNIQUE", "double", "&gt;= 0.5")).containsExactly(TABLE + gap("Entrada = -0.5"));
        assertThat(findings("UNIQUE", "string", "\"ENTERPRISE\"")).containsExactly(TABLE + gap("Entrada = …"));
        assertThat(findings("UNIQUE", "boolean", "true")).containsExactly(TABLE + gap("Entrada = false"));
    }

    @Test
    void reportsInputsThatMatchTwoRows() {
        assertThat(findings("UNIQUE", "integer", "&gt;= 100", "&lt;= 100"))
                .containsExactly(
                        TABLE
                                + "con Entrada = 100 se aplican a la vez las filas 1, 2, y la política de la tabla es UNIQUE; corrija las condiciones para que solo se aplique una");
        assertThat(findings("FIRST", "integer", "&gt;= 100", "&lt;= 100")).isEmpty();
    }

    @Test
    void checksEveryCombinationOfInputs() {
        assertThat(of("""
                        <input id="segment" label="Segmento"><inputExpression typeRef="string"><text>segment</text></inputExpression></input>
                        <input id="eligible" label="Elegible"><inputExpression typeRef="boolean"><text>eligible</text></inputExpression></input>
                        <rule id="one"><inputEntry><text>"SMB"</text></inputEntry><inputEntry><text></text></inputEntry></rule>
                        <rule id="two"><inputEntry><text>not("SMB")</text></inputEntry><inputEntry><text>true</text></inputEntry></rule>
                        """, "UNIQUE", "singleEntry")).containsExactly(TABLE + gap("Segmento = …, Elegible = false"));
    }

    @Test
    void allowsGapsIfNoSingleResultIsNeeded() {
        assertThat(of(table("integer", "&gt; 100"), "UNIQUE", "resultList")).isEmpty();
    }

    private static String gap(String values) {
        return "con " + values
                + " no se aplica ninguna fila, y el proceso espera un resultado; añada una fila para ese caso";
    }

    private static List<String> findings(String hitPolicy, String type, String... cells) {
        return of(table(type, cells), hitPolicy, "singleEntry");
    }

    private static String table(String type, String... cells) {
        return """
                <input id="in" label="Entrada"><inputExpression typeRef="%s"><text>in</text></inputExpression></input>
                """.formatted(type)
                + Stream.of(cells)
                        .map("<rule id='row'><inputEntry><text>%s</text></inputEntry></rule>"::formatted)
                        .collect(Collectors.joining());
    }

    private static List<String> of(String content, String hitPolicy, String mapping) {
        Map<String, String> files = Draft.files();
        files.computeIfPresent(
                "acm-conversation.bpmn",
                (name, process) -> process.replace(
                        "camunda:decisionRef=\"ftop-value-discussions\"",
                        "camunda:decisionRef=\"eligibility\" camunda:mapDecisionResult=\"%s\"".formatted(mapping)));
        files.put("decisions/eligibility.dmn", """
                <definitions id="file" xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">
                  <decision id="eligibility" name="Elegibilidad"><decisionTable hitPolicy="%s">%s</decisionTable></decision>
                </definitions>
                """.formatted(hitPolicy, content));
        var report = new Report();
        new DecisionCoverageRules().check(Draft.read(files), Draft.KNOWN, report);
        return report.findings().stream().map(Finding::toString).toList();
    }
}
