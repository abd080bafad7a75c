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

/** What Tomcat refuses before the application sees it, such as a malformed request line: a problem document, too. */
@Component
class ConnectorProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(ConnectorProblems::reportProblems);
        // Whoever asks before sending a body is told to go on when it is read, so a refusal saves sending it.
        factory.addConnectorCustomizers(connector -> connector.setProperty(
                "continueResponseTiming", ContinueResponseTiming.ON_REQUEST_BODY_READ.toString()));
    }

    private static void reportProblems(Context context) {
        ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemReport.class.getName());
        context.getParent().getPipeline().addValve(new ProblemReport());
    }

    /** Writes the problem where nothing else has answered. Tomcat makes one itself, by its name. */
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
                                    ? "Something went wrong on our side."
                                    : "The server could not parse the request.");
            try {
                response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException("The client left before it was told what is wrong", e);
            }
        }
    }
}
