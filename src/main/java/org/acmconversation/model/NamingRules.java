package org.acmconversation.model;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Ids and names are meaningful. Process instances, forms, tests and dashboards refer to ids, so they must be chosen
 * deliberately. Ids that cannot be edited in Modeler, such as those of event definitions, messages and decision rules,
 * may be generated.
 */
class NamingRules implements ModelRule {

    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Names of activities start with an infinitive. */
    private static final Pattern VERB_AND_OBJECT = Pattern.compile("\\p{L}*[aeií]r(se)? \\S.*");

    /** Fits the columns of the engine's tables and ours, where ids are part of longer ones. */
    private static final int MAX_ID_LENGTH = 150;

    private static final int MAX_NAME_LENGTH = 255;
    private static final int MAX_VERSION_TAG_LENGTH = 64;
    private static final int MAX_DESCRIPTION_LENGTH = 4000;

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        Stream.of(models.inProcesses("process"), models.inDecisions("decision"))
                .flatMap(elements -> elements)
                .filter(element -> !KEBAB_CASE.matcher(element.id()).matches())
                .forEach(element -> report.add(element, "naming.definitionId", element.id()));
        models.inProcesses()
                .filter(element -> element.isFlowNode() || element.is("sequenceFlow"))
                .filter(element -> !CAMEL_CASE.matcher(element.id()).matches())
                .forEach(element -> report.add(element, "naming.id", element.id(), example(element)));
        models.inProcesses()
                .filter(element ->
                        element.isFlowNode() || element.is("process", "message", "error", "escalation", "signal"))
                .forEach(element -> checkName(element, report));
        models.inDecisions("decision", "inputData", "input", "output").forEach(element -> checkName(element, report));
        Stream.concat(models.inProcesses(), models.inDecisions()).forEach(element -> checkLength(element, report));
        models.inProcesses("userTask")
                .flatMap(task -> task.children("documentation"))
                .filter(documentation -> documentation.text().length() > MAX_DESCRIPTION_LENGTH)
                .forEach(
                        documentation -> report.add(documentation, "naming.longDocumentation", MAX_DESCRIPTION_LENGTH));
    }

    private static void checkLength(ModelElement element, Report report) {
        if (element.id().length() > MAX_ID_LENGTH) {
            report.add(element, "naming.longId", MAX_ID_LENGTH);
        }
        if (element.attribute("name").length() > MAX_NAME_LENGTH) {
            report.add(element, "naming.longName", MAX_NAME_LENGTH);
        }
        if (element.camunda("versionTag").length() > MAX_VERSION_TAG_LENGTH) {
            report.add(element, "naming.longVersionTag", MAX_VERSION_TAG_LENGTH);
        }
    }

    private static void checkName(ModelElement element, Report report) {
        if (element.name().isEmpty()) {
            report.add(element, "naming.name");
        } else if (element.isActivity()
                && !VERB_AND_OBJECT.matcher(element.name()).matches()) {
            report.add(element, "naming.verb");
        }
    }

    private static String example(ModelElement element) {
        if (element.is("sequenceFlow")) {
            String target = element.attribute("targetRef");
            String capitalized =
                    target.isEmpty() ? "" : target.substring(0, 1).toUpperCase(Locale.ROOT) + target.substring(1);
            return element.attribute("sourceRef") + "To" + capitalized;
        }
        return element.isGateway() ? "partnerRequested" : element.isEvent() ? "engagementReceived" : "requestSme";
    }
}
