package org.acmconversation.ftop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.acmconversation.model.ConversationModel.Decision;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The decision tables of the FTOP catalog match the playbook's task tables row by row. */
class FtopCatalogPlaybookTest {

    private static final Path CATALOG = Path.of("processes", "decisions", "ftop-catalog.dmn");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| *\\d.*\\|$");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private static final String ALL_SERVICES = "Todos los servicios";

    private static final Map<String, FastTrackRole> ROLES = Map.of(
            "Administrador de FastTrack", FastTrackRole.FASTTRACK_MANAGER,
            "Ingeniero de FastTrack", FastTrackRole.FASTTRACK_ENGINEER);

    private static final Map<String, String> SERVICES = Map.of(
            "Office ProPlus", "OFFICE_365_PROPLUS",
            "Office 365 ProPlus", "OFFICE_365_PROPLUS",
            "Windows 10", "WINDOWS_10",
            "OneDrive para la Empresa", "ONEDRIVE_FOR_BUSINESS",
            "SharePoint", "SHAREPOINT",
            "Exchange", "EXCHANGE",
            "Outlook Mobile", "OUTLOOK_MOBILE",
            "Intune", "INTUNE",
            "Edge", "EDGE");

    @Test
    void conversationTaskMatchesThePlaybook() throws IOException {
        List<CatalogTask> playbook = playbook("Conversación del cliente");

        assertThat(playbook).extracting(CatalogTask::catalogId).containsExactly("4047");
        assertThat(decisionTable(Decision.FTOP_CONVERSATION_TASK)).containsExactlyElementsOf(playbook);
    }

    @Test
    void valueDiscussionsMatchThePlaybook() throws IOException {
        List<CatalogTask> playbook = playbook("Discusiones de agregación de valor");

        assertThat(playbook).hasSize(7);
        assertThat(decisionTable(Decision.FTOP_VALUE_DISCUSSIONS)).containsExactlyElementsOf(playbook);
    }

    private static List<CatalogTask> playbook(String heading) throws IOException {
        String page = new ClassPathResource("playbook/ftop-task-tables.md").getContentAsString(StandardCharsets.UTF_8);
        String section = page.substring(page.indexOf("\n## " + heading) + 1);
        int next = section.indexOf("\n## ");
        return ROW.matcher(next < 0 ? section : section.substring(0, next))
                .results()
                .map((MatchResult row) -> playbookTask(row.group()))
                .toList();
    }

    private static CatalogTask playbookTask(String row) {
        List<String> cells =
                Arrays.stream(row.split("\\|")).skip(1).map(String::strip).toList();
        assertThat(cells.get(2)).isIn("M", "O");
        assertThat(ROLES).containsKey(cells.get(3));
        return new CatalogTask(
                cells.get(0),
                cells.get(1),
                cells.get(2).equals("M"),
                ROLES.get(cells.get(3)),
                playbookServices(cells.get(4)));
    }

    private static List<String> playbookServices(String cell) {
        if (cell.equals(ALL_SERVICES)) {
            return List.of();
        }
        List<String> names = Arrays.stream(cell.split("/")).map(String::strip).toList();
        assertThat(SERVICES).containsKeys(names.toArray(String[]::new));
        return names.stream().map(SERVICES::get).toList();
    }

    private static List<CatalogTask> decisionTable(String decision) throws IOException {
        try (var content = Files.newInputStream(CATALOG)) {
            DmnModelInstance model = Dmn.readModelFromStream(content);
            return model.getModelElementById(decision).getChildElementsByType(DecisionTable.class).stream()
                    .flatMap(table -> table.getRules().stream())
                    .map(FtopCatalogPlaybookTest::tableTask)
                    .toList();
        }
    }

    private static CatalogTask tableTask(Rule rule) {
        List<String> outputs = rule.getOutputEntries().stream()
                .map(output -> output.getTextContent().strip())
                .toList();
        return new CatalogTask(
                texts(outputs.get(0)).get(0),
                texts(outputs.get(1)).get(0),
                Boolean.parseBoolean(outputs.get(2)),
                FastTrackRole.valueOf(texts(outputs.get(3)).get(0)),
                texts(rule.getInputEntries().iterator().next().getTextContent()));
    }

    private static List<String> texts(String expression) {
        return TEXT.matcher(expression)
                .results()
                .map((MatchResult text) -> text.group(1))
                .toList();
    }
}
