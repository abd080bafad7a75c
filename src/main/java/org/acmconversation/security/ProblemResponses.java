package org.acmconversation.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.acmconversation.problem.OutageFilter;
import org.acmconversation.problem.Problems;
import org.acmconversation.text.SpanishTexts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Responds with {@code application/problem+json} to clients that are not logged in or not authorized, and with a page
 * to a browser whose password is wrong.
 */
@Component
class ProblemResponses implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Pattern DEPLOYMENT = Pattern.compile(".*/deployment/(create|[^/]+/redeploy)/?");

    private final ObjectMapper json;

    ProblemResponses(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authentication)
            throws IOException {
        if (authentication instanceof TooManyLoginsException tooMany) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.lock().toSeconds()));
            write(
                    response,
                    Problems.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-logins",
                            "Too many failed logins. Try again later."));
            return;
        }
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, (isScript(request) ? "Cookie" : "Basic") + " realm=\"ACM conversation\"");
        if (OutageFilter.wantsPage(request)) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        } else {
            write(response, Problems.of(HttpStatus.UNAUTHORIZED, "unauthorized", "Authentication is required."));
        }
    }

    /** For requests by our pages' scripts a browser would show its own login dialog and keep the script waiting. */
    private static boolean isScript(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode != null && !mode.equals("navigate") || request.getHeader(IdleSessions.BACKGROUND) != null;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            write(response, Problems.of(HttpStatus.FORBIDDEN, "csrf-token-missing", "Send your session's CSRF token."));
            return;
        }
        boolean isDeployment = DEPLOYMENT.matcher(request.getRequestURI()).matches();
        ProblemDetail problem = Problems.of(
                HttpStatus.FORBIDDEN,
                "forbidden",
                isDeployment
                        ? "Models are published as releases: use the page /releases, POST /api/releases, or the URL"
                                + " /modeler in Camunda Modeler."
                        : "Your role does not permit this.");
        // The member that the web applications and Modeler display.
        problem.setProperty(
                "message", SpanishTexts.of("problems").text(isDeployment ? "problem.deployment" : "problem.forbidden"));
        write(response, problem);
    }

    void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
