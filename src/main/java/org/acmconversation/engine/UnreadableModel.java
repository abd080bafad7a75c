package org.acmconversation.engine;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.AbstractDefinitionDeployer;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.xml.sax.SAXException;

/** A model that is safe, as far as the check can tell, and still none that the engine can make sense of. */
class UnreadableModel {

    /** What the deployers do before they touch the database: it fails by the content of a file only. */
    private static final Set<String> READING = Set.of("parseDefinitionResources", "ensureNoDuplicateDefinitionKeys");

    /** What asks the database, and refuses a message that starts another process already, or a timer that is none. */
    private static final Set<String> STARTED_BY = Set.of("addMessageStartEventSubscription", "addTimerDeclarations");

    private static final int MOST = 100;

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
        return EngineRefusals.causes(failure).stream().anyMatch(SQLException.class::isInstance);
    }

    /** One line for each thing that the engine says is wrong. */
    static String reasons(RuntimeException failure, Set<String> files) {
        if (failure instanceof ParseException unparsed) {
            return unparsed.getResorceReports().stream()
                    .flatMap(UnreadableModel::problems)
                    .limit(MOST)
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

    /**
     * What the engine or the XML parser say; other exceptions, such as that of a missing value, tell nobody anything.
     */
    private static String detail(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
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
