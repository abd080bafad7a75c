package org.acmconversation.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ContinueResponseTiming;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Makes Tomcat respond with problem documents to requests that it rejects itself, such as a malformed request line. */
@Component
class ConnectorProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(ConnectorProblems::reportProblems);
        // Send 100 Continue only when the body is read, so that a rejected client need not send it.
        factory.addConnectorCustomizers(connector -> connector.setProperty(
                "continueResponseTiming", ContinueResponseTiming.ON_REQUEST_BODY_READ.toString()));
    }

    private static void reportProblems(Context context) {
        ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemReport.class.getName());
        context.getParent().getPipeline().addValve(new ProblemReport());
    }

    /** Writes the problem if there is no response yet. Tomcat instantiates this class by name. */
    public static class ProblemReport extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            HttpStatus status = HttpStatus.resolve(response.getStatus());
            if (status == null
                    || !status.isError()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            String problem = """
                    {"type":"%s","title":"%s","status":%d,"detail":"%s"}""".formatted(
                            Problems.type(Problems.nameOf(status)),
                            status.getReasonPhrase(),
                            status.value(),
                            status.is5xxServerError()
                                    ? "An internal error occurred."
                                    : "The server could not parse the request.");
            try {
                response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException("The client disconnected before the problem was sent", e);
            }
        }
    }
}
