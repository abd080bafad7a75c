package org.acmconversation.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Clients that disconnect before the response is complete. */
@ExtendWith(OutputCaptureExtension.class)
class BrokenConnectionTest {

    static Stream<IOException> brokenConnections() {
        return Stream.of(
                new ClientAbortException(new IOException("Broken pipe")),
                new AsyncRequestNotUsableException("The response is not usable"),
                new IOException("Broken pipe"),
                new IOException("Connection reset by peer"),
                new EOFException());
    }

    @ParameterizedTest
    @MethodSource("brokenConnections")
    void sendsAndLogsNothingForADisconnectedClient(IOException broken, CapturedOutput log) throws Exception {
        var response = answerTo(broken);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).isEmpty();
        assertThat(log.getAll()).doesNotContain("ERROR", "Unexpected error");
    }

    @Test
    void reportsOtherReadFailures(CapturedOutput log) throws Exception {
        var response = answerTo(new IOException("No space left on device"));

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(log.getAll()).contains("Unexpected error", "No space left on device");
    }

    @Test
    void leavesAPartlySentResponseToTomcat() {
        var failure = new IllegalStateException("The cursor is closed");

        assertThatThrownBy(() -> standaloneSetup(new HalfSent(failure))
                        .setControllerAdvice(new ProblemAdvice())
                        .setHandlerExceptionResolvers(new AbortedResponses())
                        .build()
                        .perform(get("/")))
                .hasRootCause(failure);
    }

    private static MockHttpServletResponse answerTo(IOException failure) throws Exception {
        return standaloneSetup(new Failing(failure))
                .setControllerAdvice(new ProblemAdvice())
                .build()
                .perform(get("/"))
                .andReturn()
                .getResponse();
    }

    @RestController
    static class Failing {

        private final IOException failure;

        Failing(IOException failure) {
            this.failure = failure;
        }

        @GetMapping("/")
        String fail() throws IOException {
            throw failure;
        }
    }

    @RestController
    static class HalfSent {

        private final RuntimeException failure;

        HalfSent(RuntimeException failure) {
            this.failure = failure;
        }

        @GetMapping("/")
        void fail(HttpServletResponse response) throws IOException {
            response.getWriter().write("half");
            response.flushBuffer();
            throw failure;
        }
    }
}
