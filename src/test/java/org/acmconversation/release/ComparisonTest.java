package org.acmconversation.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.acmconversation.release.Change.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Differences between two model sets, as analysts see them. */
class ComparisonTest {

    private static final Path FOLDER = Path.of("processes");

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ModelSet set(String file, String content) {
        return new ModelSet(Map.of(file, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Change> changes(String file, String from, String to) {
        String before = read(file);
        assertThat(before).contains(from);
        return new Comparison(set(file, before), set(file, before.replace(from, to))).changes();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "value-discussion.bpmn | >WD10< | >WD7< | temporizador WD10 → WD7",
                "value-discussion.bpmn | >WD8< | >WD7< | : aviso al cabo de WD8 → WD7",
                "value-discussion.bpmn | ${returnToRequester}\" event=\"complete\" | ${nameAfterFtopTask}\" event=\"complete\" | acciones de la tarea ${returnToRequester} complete → ${nameAfterFtopTask} complete",
                "ftop-rejection.bpmn | camunda:priority=\"50\" | camunda:priority=\"70\" | prioridad 50 → 70",
                "acm-conversation.bpmn | camunda:candidateGroups=\"fasttrack-manager\" | camunda:candidateGroups=\"fasttrack-engineer\" | grupos fasttrack-manager → fasttrack-engineer",
                "acm-conversation.bpmn | name=\"Programar la conversación\" | name=\"Fijar la conversación\" | «Programar la conversación» se llama ahora «Fijar la conversación»",
                "decisions/enterprise-eligibility.dmn | &lt;= 20000 | &lt;= 10000 | <= 20000 → <= 10000",
                "decisions/ftop-catalog.dmn | \"4094\" | \"5000\" | \"4094\" → \"5000\"",
                "forms/request-sme.form | \"maxLength\": 500 | \"maxLength\": 400 | longitud máxima 500 → 400",
                "forms/request-sme.form | \"required\": true | \"required\": false | obligatorio sí → no",
            })
    void describesChanges(String file, String from, String to, String said) {
        List<Change> changes = changes(file, from, to);

        assertThat(changes).isNotEmpty().allSatisfy(change -> {
            assertThat(change.path()).isEqualTo(file);
            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
            assertThat(change.elementId()).isNotBlank();
        });
        assertThat(changes).extracting(Change::text).anyMatch(text -> text.contains(said));
    }

    @Test
    void saysThatAScenarioChanges() {
        String file = "scenarios/withdrawn.yaml";
        ModelSet before = set(file, "escenario: Se retira");

        assertThat(new Comparison(before, set(file, "escenario: Sigue")).changes())
                .extracting(Change::text)
                .containsExactly("«scenarios/withdrawn.yaml»: cambia el escenario");
    }

    @Test
    void distinguishesMovesFromChanges() {
        String file = "value-discussion.bpmn";
        String before = read(file);
        String after = before.replaceFirst(
                "(BPMNShape id=\"[^\"]+\" bpmnElement=\"deliverValueDiscussion\"[^>]*>\\s*<dc:Bounds) x=\"\\d+\"",
                "$1 x=\"1\"");
        assertThat(after).isNotEqualTo(before);

        assertThat(new Comparison(set(file, before), set(file, after)).changes())
                .extracting(Change::kind)
                .containsOnly(Kind.MOVED);
    }

    @Test
    void reportsAddedAndRemovedSteps() {
        String file = "value-discussion.bpmn";
        String without = read(file).replaceAll("(?s)<bpmn:userTask id=\"requestSme\".*?</bpmn:userTask>", "");

        assertThat(new Comparison(set(file, read(file)), set(file, without)).changes())
                .filteredOn(change -> change.elementId().equals("requestSme"))
                .extracting(Change::kind)
                .contains(Kind.REMOVED);
        assertThat(new Comparison(set(file, without), set(file, read(file))).changes())
                .filteredOn(change -> change.elementId().equals("requestSme"))
                .extracting(Change::kind)
                .contains(Kind.ADDED);
    }

    @Test
    void theSameSetHasNoChanges() {
        ModelSet set = set("value-discussion.bpmn", read("value-discussion.bpmn"));

        assertThat(new Comparison(set, set).changes()).isEmpty();
        assertThat(new Comparison(set, set).files())
                .extracting(FileChange::change)
                .containsOnly(FileChange.State.SAME);
    }

    private static List<ChangeTable> tables(String file, String before, String after) {
        return ChangeTables.of(set(file, before), set(file, after), List.of(file));
    }

    private static ChangeTable table(String file, String from, String to) {
        String before = read(file);
        assertThat(before).contains(from);
        List<ChangeTable> tables = tables(file, before, before.replace(from, to));
        assertThat(tables).hasSize(1);
        return tables.get(0);
    }

    private static List<ChangeTable.Row> changedRows(ChangeTable table) {
        return table.rows().stream()
                .filter(row -> row.state() != ChangeTable.State.SAME)
                .toList();
    }

    @Test
    void showsChangedCellsOfADecision() {
        ChangeTable table = table("decisions/ftop-catalog.dmn", "\"4094\"", "\"5000\"");

        assertThat(table.name()).isEqualTo("Discusiones de agregación de valor");
        assertThat(table.columns()).contains("Id. de tarea");
        assertThat(table.rows()).hasSizeGreaterThan(5);
        assertThat(changedRows(table)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(ChangeTable.State.CHANGED);
            assertThat(row.cells())
                    .filteredOn(ChangeTable.Cell::isChanged)
                    .containsExactly(new ChangeTable.Cell("\"4094\"", "\"5000\""));
        });
    }

    @Test
    void anotherNameOfAColumnIsNoChangeOfItsCells() {
        String file = "decisions/enterprise-eligibility.dmn";

        assertThat(changes(file, "label=\"Segmento\"", "label=\"Tipo\""))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.elementId()).isEqualTo("segmentInput");
                    assertThat(change.text()).contains("Segmento → Tipo");
                });
        assertThat(tables(file, read(file), read(file).replace("label=\"Segmento\"", "label=\"Tipo\"")))
                .isEmpty();
    }

    @Test
    void distinguishesColumnsOfTheSameName() {
        String file = "decisions/enterprise-eligibility.dmn";
        String before = read(file).replace("label=\"Segmento\"", "label=\"Licencias\"");
        String after = before.replaceFirst("<text>\"ENTERPRISE\"</text>", "<text>\"CORPORATE\"</text>");

        assertThat(after).isNotEqualTo(before);
        assertThat(new Comparison(set(file, before), set(file, after)).changes())
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.text()).contains("Licencias (segmentInput)"));
        assertThat(tables(file, before, after)).singleElement().satisfies(table -> {
            assertThat(table.columns()).contains("Licencias (segmentInput)", "Licencias (licensesInput)");
            assertThat(changedRows(table)).isNotEmpty();
        });
    }

    @Test
    void treatsARowWithAnotherIdAsNew() {
        ChangeTable table = table("decisions/ftop-catalog.dmn", "id=\"ftop4094\"", "id=\"ftop5000\"");

        assertThat(changedRows(table))
                .extracting(ChangeTable.Row::state)
                .containsExactly(ChangeTable.State.ADDED, ChangeTable.State.REMOVED);
    }

    @Test
    void showsChangedFieldsOfAForm() {
        ChangeTable table = table("forms/request-sme.form", "\"maxLength\": 500", "\"maxLength\": 400");

        assertThat(table.name()).isEqualTo("request-sme.form");
        assertThat(table.columns()).startsWith("clave").contains("etiqueta", "longitud máxima");
        assertThat(changedRows(table))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.cells())
                        .filteredOn(ChangeTable.Cell::isChanged)
                        .containsExactly(new ChangeTable.Cell("500", "400")));
    }
}
