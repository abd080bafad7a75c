package org.acmconversation.ftop.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.acmconversation.engagement.ServiceCatalog;
import org.acmconversation.engine.model.ActiveModels;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.FastTrackRole;
import org.acmconversation.ftop.FtopCatalog;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.model.ConversationModel.Decision;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the catalog from the decision tables of the active release. A new row takes effect when its release is
 * published.
 */
@Component
class DmnFtopCatalog implements FtopCatalog, ServiceCatalog {

    private static final Logger log = LoggerFactory.getLogger(DmnFtopCatalog.class);

    /** The ledger's column length. */
    private static final int MAX_NAME_LENGTH = 400;

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    /** The decisions with the rows, starting with the conversation's own task. */
    private static final List<String> TABLES =
            List.of(Decision.FTOP_CONVERSATION_TASK, Decision.FTOP_VALUE_DISCUSSIONS);

    private final RepositoryService repositoryService;
    private final ActiveModels models;
    private final ConcurrentMap<String, Table> tables = new ConcurrentHashMap<>();

    DmnFtopCatalog(RepositoryService repositoryService, ActiveModels models) {
        this.repositoryService = repositoryService;
        this.models = models;
    }

    /**
     * One version of a decision table, which never changes.
     *
     * @param unreadable ids of the rows that cannot be parsed
     */
    private record Table(List<CatalogTask> tasks, List<String> services, List<String> unreadable) {}

    @Override
    public List<CatalogTask> tasks() {
        return TABLES.stream()
                .flatMap(decision -> latest(decision).tasks().stream())
                .toList();
    }

    /**
     * Returns a row of the catalog that was deployed together with a process; that of the active release if it has no
     * such row.
     *
     * @throws NoSuchElementException if the active release has no such row either
     */
    CatalogTask task(String catalogId, String processDefinitionId) {
        String deployment =
                repositoryService.getProcessDefinition(processDefinitionId).getDeploymentId();
        return TABLES.stream()
                .flatMap(decision -> models.decisionIn(deployment, decision).map(id -> table(id, decision)).stream())
                .flatMap(table -> table.tasks().stream())
                .filter(task -> task.catalogId().equals(catalogId))
                .findFirst()
                .orElseGet(() -> task(catalogId));
    }

    @Override
    public Set<String> knownServices() {
        return new LinkedHashSet<>(latest(Decision.FTOP_VALUE_DISCUSSIONS).services());
    }

    @Override
    public int unreadableRows() {
        return TABLES.stream()
                .mapToInt(decision -> latest(decision).unreadable().size())
                .sum();
    }

    private Table latest(String decisionKey) {
        return table(models.decision(decisionKey), decisionKey);
    }

    private Table table(String definitionId, String decisionKey) {
        return tables.computeIfAbsent(definitionId, id -> read(id, decisionKey));
    }

    /** Skips rows that cannot be parsed, so that engagements can use the others. */
    private Table read(String definitionId, String decisionKey) {
        Optional<DecisionTable> table =
                repositoryService.getDmnModelInstance(definitionId).getModelElementsByType(DecisionTable.class).stream()
                        .filter(candidate -> decisionKey.equals(
                                ((org.camunda.bpm.model.dmn.instance.Decision) candidate.getParentElement()).getId()))
                        .findFirst();
        List<CatalogTask> tasks = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Rule rule : table.map(DecisionTable::getRules).orElse(List.of())) {
            task(rule).ifPresentOrElse(tasks::add, () -> unreadable.add(rule.getId()));
        }
        if (table.isEmpty() || !unreadable.isEmpty()) {
            log.error(
                    "Decision {} ({}) has rows that cannot be parsed as FTOP tasks and are skipped: {}",
                    decisionKey,
                    definitionId,
                    unreadable);
        }
        return new Table(
                List.copyOf(tasks),
                table.stream()
                        .flatMap(found -> found.getInputs().stream().limit(1))
                        .flatMap(input -> Stream.ofNullable(input.getInputValues()))
                        .flatMap(values -> texts(values.getTextContent()).stream())
                        .toList(),
                List.copyOf(unreadable));
    }

    private static Optional<CatalogTask> task(Rule rule) {
        List<String> outputs = rule.getOutputEntries().stream()
                .map(output -> output.getTextContent().strip())
                .toList();
        List<InputEntry> inputs = List.copyOf(rule.getInputEntries());
        if (outputs.size() != 4 || inputs.isEmpty() || !Set.of("true", "false").contains(outputs.get(2))) {
            return Optional.empty();
        }
        return unquoted(outputs.get(0))
                .filter(FtopKey::isCatalogId)
                .flatMap(catalogId -> unquoted(outputs.get(1))
                        .filter(name -> name.length() <= MAX_NAME_LENGTH)
                        .flatMap(name -> unquoted(outputs.get(3))
                                .flatMap(DmnFtopCatalog::role)
                                .map(role -> new CatalogTask(
                                        catalogId,
                                        name,
                                        Boolean.parseBoolean(outputs.get(2)),
                                        role,
                                        texts(inputs.get(0).getTextContent())))));
    }

    private static Optional<FastTrackRole> role(String name) {
        return Stream.of(FastTrackRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }

    private static Optional<String> unquoted(String literal) {
        return texts(literal).stream().findFirst();
    }

    /** Returns the string literals of a FEEL expression. */
    private static List<String> texts(String expression) {
        return TEXT.matcher(expression)
                .results()
                .map((MatchResult literal) -> literal.group(1))
                .distinct()
                .toList();
    }
}
