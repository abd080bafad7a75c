package org.acmconversation.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.ModelAndView;

/**
 * Responds to errors outside of controllers, such as a path that the firewall rejects: with an HTML page if the client
 * requested one, otherwise with a problem document.
 */
@Controller
class ErrorProblems extends BasicErrorController {

    /** Statuses for which the error page has a specific text. */
    private static final Set<Integer> WORDED = Set.of(401, 403, 404, 409);

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private final ObjectMapper json;

    ErrorProblems(ErrorAttributes attributes, ServerProperties server, ObjectMapper json) {
        super(attributes, server.getError());
        this.json = json;
    }

    /** The APIs respond with a problem document, whatever the client accepts. */
    @Override
    public @Nullable ModelAndView errorHtml(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = getStatus(request);
        response.setStatus(status.value());
        if (OutageFilter.isOfAnApi(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)))) {
            write(response, problem(status));
            return null;
        }
        // The filters that write headers are not applied to error pages.
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-store");
        String words =
                "error." + (WORDED.contains(status.value()) ? status.value() : status.is5xxServerError() ? 500 : 400);
        // No link for callers who may not open the front page, such as service accounts.
        boolean isFrontPage =
                (request.getContextPath() + "/").equals(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return new ModelAndView(
                "error", Map.of("title", words + ".title", "text", words, "isFrontPage", isFrontPage), status);
    }

    private void write(HttpServletResponse response, Map<String, Object> problem) {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            json.writeValue(response.getOutputStream(), problem);
        } catch (IOException e) {
            throw new UncheckedIOException("The client disconnected", e);
        }
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        HttpStatus status = getStatus(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status));
    }

    private static Map<String, Object> problem(HttpStatus status) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", Problems.type(Problems.nameOf(status)));
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail(status));
        return problem;
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "Authentication is required.";
            case FORBIDDEN -> "Your role does not permit this.";
            case NOT_FOUND -> "There is nothing at this path.";
            default ->
                status.is5xxServerError()
                        ? "An internal error occurred."
                        : "The request is malformed, or there is nothing at this path.";
        };
    }
}
