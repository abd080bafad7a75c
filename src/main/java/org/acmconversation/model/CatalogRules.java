package org.acmconversation.model;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.acmconversation.model.ConversationModel.Decision;

/**
 * The tables of the FTOP catalog have the structure that both the process and the API need; the API reads the rows
 * without evaluating them.
 */
class CatalogRules implements ModelRule {

    private static final List<String> OUTPUTS = List.of("catalogId", "name", "mandatory", "role");

    /** The ledger's column length. */
    private static final int MAX_NAME_LENGTH = 400;

    private static final Pattern SERVICE = Pattern.compile("list contains\\(\\?, \"\\w+\"\\)");

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        Set<String> catalogIds = new HashSet<>();
        List<ModelElement> tables = models.inDecisions("decision")
                .filter(decision -> Set.of(Decision.FTOP_CONVERSATION_TASK, Decision.FTOP_VALUE_DISCUSSIONS)
                        .contains(decision.id()))
                .flatMap(decision -> decision.children("decisionTable"))
                .toList();
        tables.forEach(table -> checkTable(table, catalogIds, report));
        if (tables.stream()
                        .map(table -> predefined(table, "input", 0))
                        .distinct()
                        .count()
                > 1) {
            report.add(tables.get(0), "catalog.sameServices");
        }
    }

    private static void checkTable(ModelElement table, Set<String> catalogIds, Report report) {
        List<String> outputs =
                table.children("output").map(output -> output.attribute("name")).toList();
        if (table.children("input").count() != 1 || !outputs.equals(OUTPUTS)) {
            report.add(table, "catalog.columns", String.join(", ", OUTPUTS));
            return;
        }
        if (!DecisionRules.hitPolicy(table).equals("COLLECT")
                || !table.attribute("aggregation").isEmpty()) {
            report.add(table, "catalog.hitPolicy");
        }
        Set<String> services = predefined(table, "input", 0);
        Set<String> roles = predefined(table, "output", OUTPUTS.indexOf("role"));
        roles.retainAll(ConversationModel.FASTTRACK_ROLES);
        for (ModelElement rule : table.children("rule").toList()) {
            checkServices(rule, services, report);
            checkOutputs(rule, roles, catalogIds, report);
        }
    }

    /** Returns the predefined values of a column. */
    private static Set<String> predefined(ModelElement table, String column, int index) {
        return table.children(column)
                .skip(index)
                .findFirst()
                .flatMap(found -> found.child(column + "Values"))
                .map(values -> (Set<String>) new HashSet<>(FeelText.texts(values.text())))
                .orElseGet(HashSet::new);
    }

    private static void checkServices(ModelElement rule, Set<String> known, Report report) {
        String cell = rule.child("inputEntry").map(ModelElement::text).orElse("");
        if (cell.isEmpty() || cell.equals("-")) {
            return;
        }
        if (!Arrays.stream(cell.split("\\sor\\s"))
                .allMatch(part -> SERVICE.matcher(part.strip()).matches())) {
            report.add(rule, "catalog.services", cell);
        }
        for (String service : FeelText.texts(cell)) {
            if (!known.contains(service)) {
                report.add(rule, "catalog.service", service, known);
            }
        }
    }

    private static void checkOutputs(ModelElement rule, Set<String> roles, Set<String> catalogIds, Report report) {
        List<String> cells =
                rule.children("outputEntry").map(ModelElement::text).toList();
        Optional<String> catalogId = text(cells, "catalogId").filter(id -> id.matches("\\d{1,10}"));
        if (catalogId.isEmpty()) {
            report.add(rule, "catalog.id", cell(cells, "catalogId"));
        } else if (!catalogIds.add(catalogId.get())) {
            report.add(rule, "catalog.repeatedId", catalogId.get());
        }
        if (text(cells, "name")
                .filter(name -> !name.isBlank() && name.length() <= MAX_NAME_LENGTH)
                .isEmpty()) {
            report.add(rule, "catalog.name", cell(cells, "name"));
        }
        if (!Set.of("true", "false").contains(cell(cells, "mandatory"))) {
            report.add(rule, "catalog.mandatory", cell(cells, "mandatory"));
        }
        if (text(cells, "role").filter(roles::contains).isEmpty()) {
            report.add(rule, "catalog.role", cell(cells, "role"), roles);
        }
    }

    private static String cell(List<String> cells, String output) {
        int index = OUTPUTS.indexOf(output);
        return index < cells.size() ? cells.get(index) : "";
    }

    /** Returns the value of a cell that is a single string literal. */
    private static Optional<String> text(List<String> cells, String output) {
        String cell = cell(cells, output);
        List<String> texts = FeelText.texts(cell);
        return texts.size() == 1 && cell.equals("\"" + texts.get(0) + "\"")
                ? Optional.of(texts.get(0))
                : Optional.empty();
    }
}
