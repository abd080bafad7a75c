package org.acmconversation.decisionprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.acmconversation.decisionprobe.DecisionFinding.Kind;
import org.acmconversation.decisionprobe.process.NewDecisionEngine;
import org.junit.jupiter.api.Test;

/** Decision tables are probed with representative inputs, and with those of the past. */
class DecisionProbesTest {

    private static final Path FOLDER = Path.of("processes", "decisions");

    private final DecisionProbes probes = new DecisionProbes(NewDecisionEngine.create(), (decision, most) -> List.of());

    private static Map<String, byte[]> shipped() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : List.of("acm-entry-criteria.dmn", "enterprise-eligibility.dmn", "ftop-catalog.dmn")) {
            files.put("decisions/" + name, Files.readAllBytes(FOLDER.resolve(name)));
        }
        return files;
    }

    private static Map<String, byte[]> shipped(String file, String target, String replacement) throws IOException {
        Map<String, byte[]> files = shipped();
        files.computeIfPresent(file, (path, content) -> {
            String text = new String(content, StandardCharsets.UTF_8);
            assertThat(text).contains(target);
            return text.replace(target, replacement).getBytes(StandardCharsets.UTF_8);
        });
        return files;
    }

    private List<DecisionFinding> of(TableText table) {
        return probes.probe(Map.of("decisions/a.dmn", table.bytes()));
    }

    private static DecisionFinding finding(Kind kind, String text) {
        return new DecisionFinding("decisions/a.dmn", "table", kind, "«Tabla»: " + text);
    }

    private static TableText ofLicenses(String hitPolicy, String... cells) {
        TableText table = new TableText(hitPolicy).input("licenses", "Licencias", "integer", "");
        for (String cell : cells) {
            table.row(cell, "\"A\"");
        }
        return table;
    }

    @Test
    void shippedTablesHaveNoFindings() throws IOException {
        assertThat(probes.probe(shipped())).isEmpty();
    }

    @Test
    void reportsInputsThatMatchNoRow() throws IOException {
        assertThat(of(ofLicenses("UNIQUE", "> 100", "< 100")))
                .containsExactly(
                        finding(Kind.GAP, "con Licencias = 100 no se aplica ninguna fila; añada una para ese caso"));
        assertThat(of(ofLicenses("FIRST", "[1..10]", "> 11", "< 1")))
                .extracting(DecisionFinding::text)
                .containsExactly("«Tabla»: con Licencias = 11 no se aplica ninguna fila; añada una para ese caso");
        assertThat(of(ofLicenses("COLLECT", "> 100"))).isEmpty();
        assertThat(probes.probe(shipped("decisions/enterprise-eligibility.dmn", "&gt; 20000", "&gt; 20001")))
                .extracting(DecisionFinding::text)
                .containsExactly("«Elegibilidad de Enterprise»: con Segmento = ENTERPRISE, Licencias = 20001 no se"
                        + " aplica ninguna fila; añada una para ese caso");
    }

    @Test
    void probesANumberThatNoCellNamesWithANumber() {
        for (String type : List.of("integer", "long", "double", "number")) {
            TableText table = new TableText("FIRST")
                    .input("licenses", "Licencias", type, "")
                    .outputValues("\"A\"")
                    .row("-", "\"A\"");

            assertThat(of(table)).as(type).isEmpty();
        }
    }

    @Test
    void reportsInputsThatMatchTwoRows() {
        assertThat(of(ofLicenses("UNIQUE", ">= 100", "<= 100")))
                .containsExactly(finding(
                        Kind.OVERLAP,
                        "con Licencias = 100 se aplican a la vez las filas 1, 2, y la política UNIQUE no lo admite;"
                                + " corrija sus condiciones"));
        assertThat(of(ofLicenses("ANY", ">= 100", "<= 100"))).isEmpty();
        TableText contradicting = ofLicenses("ANY", ">= 100", "<= 100");
        contradicting.rows().get(1).set(1, "\"B\"");
        assertThat(of(contradicting)).extracting(DecisionFinding::kind).containsExactly(Kind.OVERLAP);
    }

    @Test
    void reportsRowsThatNeverDecide() {
        assertThat(of(ofLicenses("FIRST", ">= 0", "> 10", "< 0")))
                .containsExactly(finding(
                        Kind.DEAD_RULE, "la fila 2 no decide nunca: las filas anteriores ya deciden todos sus casos"));
        assertThat(of(ofLicenses("COLLECT", "-", "[9..3]")))
                .containsExactly(finding(
                        Kind.DEAD_RULE, "la fila 2 no se aplica nunca: ningún valor cumple todas sus condiciones"));
    }

    @Test
    void columnsOfTheSameVariableShareItsValue() {
        TableText table = new TableText("UNIQUE")
                .input("licenses", "Licencias", "integer", "")
                .input("licenses", "Licencias", "integer", "");
        assertThat(of(table.row("> 10", "> 5", "\"A\"").row("<= 10", "-", "\"A\"")))
                .isEmpty();
        assertThat(of(table.row("> 10", "< 5", "\"A\"")))
                .extracting(DecisionFinding::kind)
                .containsExactly(Kind.DEAD_RULE);
    }

    @Test
    void reportsValuesThatAreNotPredefined() {
        TableText table = new TableText("FIRST")
                .input("segment", "Segmento", "string", "\"SMB\",\"ENTERPRISE\"")
                .outputValues("\"A\",\"B\"")
                .row("\"SMB\"", "\"A\"")
                .row("\"SBM\"", "\"B\"")
                .row("-", "if segment = \"ENTERPRISE\" then \"C\" else \"A\"");

        assertThat(of(table))
                .containsExactly(
                        finding(
                                Kind.UNKNOWN_OUTPUT,
                                "con Segmento = ENTERPRISE la columna «Salida» da «C», que no está entre sus valores"
                                        + " predefinidos"),
                        finding(
                                Kind.DEAD_RULE,
                                "la fila 2 no se aplica nunca: ningún valor cumple todas sus condiciones"),
                        finding(
                                Kind.UNKNOWN_INPUT,
                                "la fila 2 pregunta en «Segmento» por «SBM», que no está entre sus valores"
                                        + " predefinidos"));
    }

    @Test
    void probesPairsOfListElements() {
        TableText table = new TableText("UNIQUE")
                .input("services", "Servicios", "", "\"A\",\"B\"")
                .row("list contains(?, \"A\")", "\"1\"")
                .row("list contains(?, \"B\")", "\"2\"")
                .row("count(?) = 0", "\"3\"");

        assertThat(of(table))
                .extracting(DecisionFinding::text)
                .containsExactly("«Tabla»: con Servicios = [A, B] se aplican a la vez las filas 1, 2, y la política"
                        + " UNIQUE no lo admite; corrija sus condiciones");
    }

    @Test
    void doesNotReportWhatCannotBeProbed() {
        assertThat(of(new TableText("UNIQUE")
                        .input("day", "Día", "date", "")
                        .row("< date(\"2026-12-01\")", "\"1\"")
                        .row(">= date(\"2026-12-01\")", "\"2\"")))
                .isEmpty();
        assertThat(of(new TableText("UNIQUE")
                        .input("string length(segment)", "Longitud", "integer", "")
                        .row("> 10", "\"1\"")))
                .isEmpty();
    }

    @Test
    void ignoresFilesThatAreNotDecisions() {
        assertThat(probes.probe(Map.of("a.dmn", "<no".getBytes(StandardCharsets.UTF_8), "b.bpmn", new byte[0])))
                .isEmpty();
    }

    @Test
    void evaluatesPastDecisionsWithBothTables() throws IOException {
        List<Map<String, Object>> past = List.of(
                Map.of("segmentInput", "ENTERPRISE", "licensesInput", 25_000),
                Map.of("segmentInput", "ENTERPRISE", "licensesInput", 30_000),
                Map.of("segmentInput", "SMB", "licensesInput", 30_000),
                Map.of("segmentInput", "ENTERPRISE", "licensesInput", 100),
                Map.of("another", "column of an older version"));
        var probesOfThePast = new DecisionProbes(
                NewDecisionEngine.create(),
                (decision, most) -> decision.equals("enterprise-eligibility") ? List.copyOf(past) : List.of());

        List<BackTest> tests =
                probesOfThePast.backTest(shipped(), shipped("decisions/enterprise-eligibility.dmn", "20000", "25000"));

        assertThat(tests)
                .containsExactly(new BackTest(
                        "enterprise-eligibility",
                        4,
                        1,
                        List.of("Segmento = ENTERPRISE, Licencias = 25000: true → false")));
    }

    @Test
    void evaluatesNoPastDecisionsOfUnchangedFiles() throws IOException {
        List<String> asked = new ArrayList<>();
        var probesOfThePast = new DecisionProbes(NewDecisionEngine.create(), (decision, most) -> {
            asked.add(decision);
            return List.of();
        });

        probesOfThePast.backTest(shipped(), shipped("decisions/enterprise-eligibility.dmn", "20000", "25000"));

        assertThat(asked).containsExactly("enterprise-eligibility");
    }
}
