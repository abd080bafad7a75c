package org.acmconversation.model;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables are used according to their type: conditions are booleans, multi-instance collections are lists. */
class VariableTypeRules implements ModelRule {

    /** An expression that is a single variable. */
    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    /** Column types and the variable types they accept. */
    private static final Map<String, String> COLUMNS = Map.of(
            "boolean", "Boolean", "string", "String", "integer", "Integer", "long", "Integer", "double", "Integer");

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inProcesses("conditionExpression").forEach(condition -> {
            Matcher variable = VARIABLE.matcher(condition.text());
            if (!condition.text().matches("(?s)[$#]\\{.*}")) {
                report.add(condition, "variable.condition", condition.text());
            } else if (variable.matches()) {
                check(condition, variable.group(1), "Boolean", known, report);
            }
        });
        models.inProcesses("multiInstanceLoopCharacteristics")
                .filter(loop -> !loop.camunda("collection").isEmpty())
                .forEach(loop -> check(loop, loop.camunda("collection"), "lista", known, report));
        models.inDecisions("inputExpression").forEach(input -> {
            Set<String> variables = FeelText.variables(input.text());
            if (variables.isEmpty()) {
                report.add(input, "variable.none", input.text());
            } else if (variables.contains(input.text())) {
                check(input, input.text(), COLUMNS.getOrDefault(input.attribute("typeRef"), ""), known, report);
            }
        });
    }

    /** @param wanted prefix of the documented type */
    private static void check(ModelElement element, String variable, String wanted, KnownNames known, Report report) {
        String type = known.types().getOrDefault(variable, wanted);
        if (!type.startsWith(wanted)) {
            report.add(element, "variable.type", variable, type, wanted);
        }
    }
}
