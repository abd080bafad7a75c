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
 * Responds to requests that Spring's firewall rejects, such as an ambiguous path or an unknown method. It writes the
 * response directly, because the firewall would reject the forward to the error page, too.
 */
@Component
class RejectedRequests implements RequestRejectedHandler {

    /** Spring Security's default headers, which it writes only later in the filter chain. */
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
