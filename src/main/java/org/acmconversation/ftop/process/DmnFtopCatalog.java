package org.acmconversation.ftop.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.acmconversation.engagement.ServiceCatalog;
import org.acmconversation.engine.DecisionVersions;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.FastTrackRole;
import org.acmconversation.ftop.FtopCatalog;
import org.acmconversation.model.ConversationModel.Decision;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/**
 * Reads the catalog from the latest version of its decision tables, so that a row which an analyst adds shows at once,
 * on other nodes a second later.
 */
@Component
class DmnFtopCatalog implements FtopCatalog, ServiceCatalog {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private final RepositoryService repositoryService;
    private final DecisionVersions versions;
    private final ConcurrentMap<String, Table> tables = new ConcurrentHashMap<>();

    DmnFtopCatalog(RepositoryService repositoryService, DecisionVersions versions) {
        this.repositoryService = repositoryService;
        this.versions = versions;
    }

    /** A decision table of one version, which never changes. */
    private record Table(List<CatalogTask> tasks, List<String> services) {}

    @Override
    public List<CatalogTask> tasks() {
        List<CatalogTask> tasks = new ArrayList<>();
        tasks.addAll(latest(Decision.FTOP_CONVERSATION_TASK).tasks());
        tasks.addAll(latest(Decision.FTOP_VALUE_DISCUSSIONS).tasks());
        return tasks;
    }

    @Override
    public Set<String> knownServices() {
        return new LinkedHashSet<>(latest(Decision.FTOP_VALUE_DISCUSSIONS).services());
    }

    private Table latest(String decisionKey) {
        return tables.computeIfAbsent(versions.latest(decisionKey), id -> read(id, decisionKey));
    }

    private Table read(String definitionId, String decisionKey) {
        DecisionTable table =
                repositoryService.getDmnModelInstance(definitionId).getModelElementsByType(DecisionTable.class).stream()
                        .filter(candidate -> decisionKey.equals(
                                ((org.camunda.bpm.model.dmn.instance.Decision) candidate.getParentElement()).getId()))
                        .findFirst()
                        .orElseThrow();
        var services = table.getInputs().iterator().next().getInputValues();
        return new Table(
                table.getRules().stream().map(DmnFtopCatalog::task).toList(),
                services == null ? List.of() : texts(services.getTextContent()));
    }

    private static CatalogTask task(Rule rule) {
        List<String> outputs = rule.getOutputEntries().stream()
                .map(output -> output.getText().getTextContent().trim())
                .toList();
        return new CatalogTask(
                unquoted(outputs.get(0)),
                unquoted(outputs.get(1)),
                Boolean.parseBoolean(outputs.get(2)),
                FastTrackRole.valueOf(unquoted(outputs.get(3))),
                texts(rule.getInputEntries().iterator().next().getTextContent()));
    }

    private static String unquoted(String literal) {
        return texts(literal).get(0);
    }

    /** The text literals of a FEEL expression. */
    private static List<String> texts(String expression) {
        return TEXT.matcher(expression)
                .results()
                .map((MatchResult literal) -> literal.group(1))
                .distinct()
                .toList();
    }
}
