package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision table that gives new tasks to people. */
class AssignmentRulesTest {

    private static final String TABLE = """
            <definitions id="d" xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">
              <decision id="assignment" name="Asignación">
                <decisionTable id="table" hitPolicy="FIRST">
                  <input id="segment"><inputExpression><text>segment</text></inputExpression></input>
                  <output id="column" name="assignment"/>
                  <rule id="toItsQueue">
                    <inputEntry><text>-</text></inputEntry>
                    <outputEntry id="cell"><text>"QUEUE"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    @Test
    void acceptsATableWithOneResult() {
        assertThat(findings(TABLE)).isEmpty();
        assertThat(findings(TABLE.replace("\"QUEUE\"", "\"LEAST_LOADED\""))).isEmpty();
        assertThat(findings(TABLE.replace(" hitPolicy=\"FIRST\"", ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ANYBODY\"", "QUEUE", "\"QUEUE\", \"LAST_PERSON\"", ""})
    void resultsAreKnownAndQuoted(String result) {
        assertThat(findings(TABLE.replace("\"QUEUE\"", result)))
                .singleElement()
                .asString()
                .startsWith("assignment.dmn [toItsQueue]")
                .endsWith(
                        "no dice a quién se da una tarea; escriba uno de estos valores entre comillas rectas: LAST_PERSON, LEAST_LOADED, QUEUE");
    }

    @Test
    void thereIsOneColumnOfResults() {
        assertThat(findings(TABLE.replace("<output ", "<output id=\"second\" name=\"reason\"/><output ")))
                .singleElement()
                .asString()
                .contains("la decisión «assignment» tiene una sola columna de salida");
        assertThat(findings(TABLE.replace("<output id=\"column\" name=\"assignment\"/>", "")))
                .hasSize(1);
    }

    @Test
    void oneRowApplies() {
        assertThat(findings(TABLE.replace("FIRST", "COLLECT")))
                .singleElement()
                .asString()
                .contains("la decisión «assignment» da un solo resultado; elija una de estas políticas:");
    }

    @Test
    void otherDecisionsHaveOtherResults() {
        assertThat(findings(TABLE.replace("id=\"assignment\"", "id=\"other\"").replace("QUEUE", "ANYBODY")))
                .isEmpty();
    }

    private static List<String> findings(String table) {
        var report = new Report();
        new AssignmentRules().check(Draft.read(Map.of("assignment.dmn", table)), Draft.KNOWN, report);
        return report.findings().stream().map(Finding::toString).toList();
    }
}
