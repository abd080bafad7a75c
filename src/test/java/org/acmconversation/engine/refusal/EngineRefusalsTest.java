package org.acmconversation.engine.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Distinguishes client errors from server errors among exceptions of the engine's REST API. */
class EngineRefusalsTest {

    private static final String REST = "org.camunda.bpm.engine.rest.sub.task.impl.TaskResourceImpl";
    private static final String OURS = "org.acmconversation.engine.task.CheckedTaskService";

    static Stream<RuntimeException> failures() {
        return Stream.of(
                new NullPointerException(),
                new ClassCastException(),
                new IllegalArgumentException(),
                new IndexOutOfBoundsException());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failuresInTheRestApiAreClientErrors(RuntimeException failure) {
        assertThat(status(failure, "java.util.Objects", REST, "org.acmconversation.security.EngineUserFilter"))
                .isEqualTo(Status.BAD_REQUEST);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failuresInOurCodeAreServerErrors(RuntimeException failure) {
        assertThat(status(failure, "java.util.Objects", OURS, REST)).isEqualTo(Status.INTERNAL_SERVER_ERROR);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failuresInTheEngineAreServerErrors(RuntimeException failure) {
        assertThat(status(failure, "org.camunda.bpm.engine.impl.TaskServiceImpl", REST))
                .isEqualTo(Status.INTERNAL_SERVER_ERROR);
    }

    /** @param classes whose methods were on the stack, the innermost first */
    private static Status status(RuntimeException failure, String... classes) {
        failure.setStackTrace(Arrays.stream(classes)
                .map(name -> new StackTraceElement(name, "method", null, 1))
                .toArray(StackTraceElement[]::new));
        return EngineRefusals.status(failure);
    }
}
