package org.acmconversation.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.acmconversation.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Rejects invalid bearer tokens (RFC 6750) without saying what is wrong with them. */
@Component
class BearerProblems implements AuthenticationEntryPoint {

    private final ProblemResponses problems;

    BearerProblems(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            problems.write(
                    response,
                    Problems.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "login-unavailable",
                            "The token's provider is unavailable. Retry later."));
        } else if (failure instanceof OAuth2AuthenticationException refused
                && refused.getError() instanceof BearerTokenError error) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"%s\"".formatted(error.getErrorCode()));
            problems.write(
                    response,
                    error.getHttpStatus() == HttpStatus.FORBIDDEN
                            ? Problems.of(HttpStatus.FORBIDDEN, "forbidden", "You have no role in this application.")
                            : Problems.of(error.getHttpStatus(), "invalid-token", "The token is invalid."));
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(
                    response,
                    Problems.of(HttpStatus.UNAUTHORIZED, "unauthorized", "Send a bearer token from your provider."));
        }
    }
}
