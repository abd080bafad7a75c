package org.acmconversation.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.acmconversation.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Answers what Spring's firewall refuses, such as a misleading path or a method that nobody knows. It answers at once:
 * the firewall looks at the way to the error page, too, and would refuse the method there once more.
 */
@Component
class RejectedRequests implements RequestRejectedHandler {

    private final ProblemResponses problems;

    RejectedRequests(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejection)
            throws IOException {
        problems.write(
                response,
                Problems.of(HttpStatus.BAD_REQUEST, "bad-request", "The request is not one that the server reads."));
    }
}
