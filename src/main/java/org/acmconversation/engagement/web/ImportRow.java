package org.acmconversation.engagement.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.problem.VisibleText;

/** Converts a CSV row to the equivalent JSON request, so that both are validated by the same rules. */
class ImportRow {

    static final String EXTERNAL_ID = "externalId";

    static final String HEADER = EXTERNAL_ID + ",customerName,tenantId,segment,licenses,services,initiatives,"
            + "kickoffHeld,benefitUnderstood,resourcesClear,inEnterpriseAdoptionProgram";

    static final List<String> COLUMNS = List.of(HEADER.split(","));

    /** Columns that a file may have, too. */
    static final List<String> OPTIONAL = List.of("country", "timeZone");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ImportRow() {}

    /** Returns the request body; invalid numbers and booleans remain text and are rejected as such. */
    static JsonNode toJson(Map<String, String> row) {
        ObjectNode body = JSON.objectNode();
        body.set(EXTERNAL_ID, text(row, EXTERNAL_ID));
        ObjectNode customer = body.putObject("customer");
        customer.set("name", text(row, "customerName"));
        customer.set("tenantId", text(row, "tenantId"));
        body.set("segment", name(row, "segment"));
        body.set("licenses", number(value(row, "licenses")));
        body.set("services", list(value(row, "services")));
        body.set("initiatives", list(value(row, "initiatives")));
        ObjectNode criteria = body.putObject("entryCriteria");
        EntryCriteria.NAMES.forEach(column -> criteria.set(column, bool(value(row, column))));
        OPTIONAL.forEach(column -> body.set(column, name(row, column)));
        return body;
    }

    /** Whether a file may have these columns, in any order. */
    static boolean areColumns(List<String> columns) {
        List<String> optional =
                columns.stream().filter(column -> !COLUMNS.contains(column)).toList();
        return columns.containsAll(COLUMNS)
                && OPTIONAL.containsAll(optional)
                && Set.copyOf(columns).size() == columns.size();
    }

    /** Returns the column of a JSON field. */
    static String column(String field) {
        return field.equals("customer.name") ? "customerName" : field.substring(field.lastIndexOf('.') + 1);
    }

    private static String value(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static JsonNode text(Map<String, String> row, String column) {
        String value = value(row, column);
        return value.isEmpty() ? JSON.nullNode() : JSON.textNode(value);
    }

    /** Names are case-sensitive. */
    private static JsonNode name(Map<String, String> row, String column) {
        String value = VisibleText.strip(value(row, column));
        return value.isEmpty() ? JSON.nullNode() : JSON.textNode(value);
    }

    private static JsonNode number(String value) {
        String trimmed = VisibleText.strip(value);
        if (trimmed.isEmpty()) {
            return JSON.nullNode();
        }
        return trimmed.matches("-?\\d{1,18}") ? JSON.numberNode(Long.parseLong(trimmed)) : JSON.textNode(trimmed);
    }

    private static JsonNode bool(String value) {
        // Excel writes TRUE and FALSE.
        return switch (VisibleText.strip(value).toLowerCase(Locale.ROOT)) {
            case "" -> JSON.nullNode();
            case "true" -> JSON.booleanNode(true);
            case "false" -> JSON.booleanNode(false);
            default -> JSON.textNode(value);
        };
    }

    private static ArrayNode list(String value) {
        ArrayNode list = JSON.arrayNode();
        if (!VisibleText.isBlank(value)) {
            for (String element : value.split("\\|", -1)) {
                list.add(VisibleText.strip(element));
            }
        }
        return list;
    }
}
