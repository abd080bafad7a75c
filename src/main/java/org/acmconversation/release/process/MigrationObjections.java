package org.acmconversation.release.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.acmconversation.release.MigrationObjection;
import org.acmconversation.release.MigrationObjection.Kind;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlanValidationReport;

/** What the engine's validators say about a migration, which they do in English sentences only. */
class MigrationObjections {

    private static final Map<String, Kind> BY_BEGINNING = new LinkedHashMap<>();

    static {
        BY_BEGINNING.put("There is no migration instruction", Kind.NO_PLACE);
        BY_BEGINNING.put("Target activity is not async", Kind.NO_JOB);
        BY_BEGINNING.put("Transition instance is assigned to", Kind.NO_JOB);
        BY_BEGINNING.put("A transition instance that instantiates the process", Kind.NO_JOB);
        BY_BEGINNING.put("The type of the source activity is not supported", Kind.UNSUPPORTED);
        BY_BEGINNING.put("Cannot migrate subscription for compensation handler", Kind.COMPENSATION);
        BY_BEGINNING.put("The variable '", Kind.VARIABLE);
        BY_BEGINNING.put("Activities have incompatible types", Kind.OTHER_TYPE);
        BY_BEGINNING.put("Events are not of the same type", Kind.OTHER_TYPE);
        BY_BEGINNING.put("The source activity's event scope", Kind.OTHER_SCOPE);
        BY_BEGINNING.put("The closest mapped ancestor", Kind.OTHER_SCOPE);
        BY_BEGINNING.put("Target activity '", Kind.OTHER_REPETITION);
        BY_BEGINNING.put("Must map the inner activity of a multi-instance", Kind.OTHER_REPETITION);
        BY_BEGINNING.put("Cannot remove the inner activity of a multi-instance", Kind.OTHER_REPETITION);
        BY_BEGINNING.put("Only one gateway can be mapped", Kind.OTHER_GATEWAY);
        BY_BEGINNING.put("The gateway's flow scope", Kind.OTHER_GATEWAY);
        BY_BEGINNING.put("The target gateway must have", Kind.OTHER_GATEWAY);
    }

    private MigrationObjections() {}

    /** @param nameOf returns what people call an activity */
    static List<MigrationObjection> of(MigratingProcessInstanceValidationReport report, UnaryOperator<String> nameOf) {
        List<MigrationObjection> objections = new ArrayList<>();
        report.getActivityInstanceReports()
                .forEach(
                        activity -> add(objections, activity.getFailures(), nameOf.apply(activity.getSourceScopeId())));
        report.getTransitionInstanceReports()
                .forEach(
                        activity -> add(objections, activity.getFailures(), nameOf.apply(activity.getSourceScopeId())));
        return objections;
    }

    /** @param nameOf returns what people call an activity */
    static List<MigrationObjection> of(MigrationPlanValidationReport report, UnaryOperator<String> nameOf) {
        List<MigrationObjection> objections = new ArrayList<>();
        report.getInstructionReports()
                .forEach(instruction -> add(
                        objections,
                        instruction.getFailures(),
                        nameOf.apply(instruction.getMigrationInstruction().getSourceActivityId())));
        return objections;
    }

    private static void add(List<MigrationObjection> objections, Collection<String> failures, String activity) {
        failures.forEach(failure -> objections.add(new MigrationObjection(kind(failure), activity)));
    }

    static Kind kind(String failure) {
        return BY_BEGINNING.entrySet().stream()
                .filter(beginning -> failure.startsWith(beginning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Kind.OTHER);
    }
}
