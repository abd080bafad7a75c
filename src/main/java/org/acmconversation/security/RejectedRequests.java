package org.acmconversation.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.acmconversation.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.stereotype.Component;

/**
 * Answers what Spring's firewall refuses, such as a misleading path or a method that nobody knows. It answers at once:
 * the firewall looks at the way to the error page, too, and would refuse the method there once more.
 */
@Component
class RejectedRequests implements RequestRejectedHandler {

    /** Those that Spring Security writes by default, further on than these requests get. */
    private static final List<HeaderWriter> HEADERS = List.of(
            new HstsHeaderWriter(),
            new XContentTypeOptionsHeaderWriter(),
            new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
            new CacheControlHeadersWriter());

    private final ProblemResponses problems;

    RejectedRequests(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejection)
            throws IOException {
        HEADERS.forEach(header -> header.writeHeaders(request, response));
        problems.write(
                response,
                Problems.of(HttpStatus.BAD_REQUEST, "bad-request", "The server could not parse the request."));
    }
}
