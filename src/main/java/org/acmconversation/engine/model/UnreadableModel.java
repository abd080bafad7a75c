package org.acmconversation.engine.model;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.problem.Causes;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.AbstractDefinitionDeployer;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.xml.sax.SAXException;

/** Describes why the engine cannot parse a model that passed the safety check. */
class UnreadableModel {

    /** Deployer methods that run before any database access: their failures are caused by the file's content. */
    private static final Set<String> READING = Set.of("parseDefinitionResources", "ensureNoDuplicateDefinitionKeys");

    /** Methods that access the database but also reject duplicate start messages and invalid timers. */
    private static final Set<String> STARTED_BY = Set.of("addMessageStartEventSubscription", "addTimerDeclarations");

    private static final int MAX_ERRORS = 100;

    private static final String ENGINE = "org.camunda.";

    private UnreadableModel() {}

    static boolean isCauseOf(RuntimeException failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().equals(AbstractDefinitionDeployer.class.getName())
                        || frame.getClassName().equals(BpmnDeployer.class.getName()))
                .map(StackTraceElement::getMethodName)
                .anyMatch(
                        method -> READING.contains(method) || STARTED_BY.contains(method) && !isOfTheDatabase(failure));
    }

    private static boolean isOfTheDatabase(Throwable failure) {
        return Causes.of(failure).anyMatch(SQLException.class::isInstance);
    }

    /** Returns one line for each error that the engine reports. */
    static String reasons(RuntimeException failure, Set<String> files) {
        if (failure instanceof ParseException unparsed) {
            return unparsed.getResorceReports().stream()
                    .flatMap(UnreadableModel::problems)
                    .limit(MAX_ERRORS)
                    .distinct()
                    .map(Objection::toString)
                    .collect(Collectors.joining("\n"));
        }
        String file = files.stream()
                .filter(name -> String.valueOf(failure.getMessage()).contains("'" + name + "'"))
                .findFirst()
                .orElseGet(() -> String.join(", ", new TreeSet<>(files)));
        return objection(file, "", "unparsed", EngineProblems.worded(detail(failure)))
                .toString();
    }

    private static Stream<Objection> problems(ResourceReport report) {
        return report.getErrors().stream()
                .map(problem -> objection(
                        report.getResourceName(),
                        elementId(problem),
                        "problem",
                        EngineProblems.worded(String.valueOf(problem.getMessage())),
                        problem.getLine(),
                        problem.getColumn()));
    }

    private static String elementId(Problem problem) {
        if (problem.getMainElementId() != null) {
            return problem.getMainElementId();
        }
        return Objects.requireNonNullElse(problem.getElementIds(), List.<String>of()).stream()
                .findFirst()
                .orElse("");
    }

    /** Returns the message of the engine or the XML parser; those of other exceptions are not helpful. */
    private static String detail(Throwable failure) {
        return Causes.of(failure)
                .filter(cause -> cause instanceof SAXException
                        || cause.getClass().getName().startsWith(ENGINE))
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .reduce("", (outer, inner) -> inner);
    }

    private static Objection objection(String file, String elementId, String reason, Object... arguments) {
        return new Objection(
                file, elementId, Objections.worded(reason, arguments).strip(), true);
    }
}
