package org.acmconversation.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Maps exceptions of controllers to {@code application/problem+json}. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Browsers get an error page instead: see {@link ErrorProblems}. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> refused(
            ProblemException refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (OutageFilter.wantsPage(request)) {
            response.sendError(refusal.status().value());
            return null;
        }
        return refused(refusal);
    }

    private static ResponseEntity<ProblemDetail> refused(ProblemException refusal) {
        var problem = Problems.of(refusal.status(), refusal.type(), refusal.getMessage());
        refusal.properties().forEach(problem::setProperty);
        return answer(problem, refusal.retryAfter());
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> wrongType(
            MethodArgumentTypeMismatchException mismatch, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return refused(
                new InvalidRequestException(
                        mismatch.getName(), "must be " + ParameterErrors.expected(mismatch.getRequiredType())),
                request,
                response);
    }

    /** Left to Tomcat: a body with malformed chunks, or one that is cut off. */
    @ExceptionHandler
    void brokenOff(BadRequestException brokenOff) {
        log.debug("A request body could not be read", brokenOff);
    }

    /** Left to Spring Security. */
    @ExceptionHandler
    void denied(AccessDeniedException denied) {
        throw denied;
    }

    /** Left to Spring Security, whose firewall checks a header or parameter only when it is read. */
    @ExceptionHandler
    void rejected(RequestRejectedException rejected) {
        throw rejected;
    }

    /** Anything else is a bug: the client gets only the id of the log entry. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> unexpected(
            Exception exception, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (DisconnectedClientHelper.isClientDisconnectedException(exception)) {
            // The client has disconnected, which is not an error.
            return null;
        }
        if (Outage.isCauseOf(exception)) {
            Outage.log(exception, LoggedRequest.of(request));
            return answer(Outage.problem(), Outage.RETRY_AFTER);
        }
        String id = UUID.randomUUID().toString();
        log.error("Unexpected error {} in {}", id, LoggedRequest.of(request), exception);
        if (OutageFilter.wantsPage(request)) {
            response.sendError(HttpStatus.INTERNAL_SERVER_ERROR.value());
            return null;
        }
        var problem = Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected-error",
                "An internal error occurred. Quote the error id when you report it.");
        problem.setProperty("errorId", id);
        return answer(problem, Outage.RETRY_AFTER);
    }

    /** Browsers get an error page instead: see {@link ErrorProblems}. */
    private static @Nullable ResponseEntity<Object> orPage(ResponseEntity<Object> problem, WebRequest request) {
        var servlet = (ServletWebRequest) request;
        if (!OutageFilter.wantsPage(servlet.getRequest())) {
            return problem;
        }
        try {
            servlet.getResponse().sendError(problem.getStatusCode().value());
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("The client hung up", e);
        }
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return orPage(
                new ResponseEntity<>(
                        refused(new InvalidRequestException(missing.getParameterName(), "is required"))
                                .getBody(),
                        problemJson(headers),
                        HttpStatus.BAD_REQUEST),
                request);
    }

    /** Only for a missing body; {@link StrictJson} reports errors in a body. */
    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return new ResponseEntity<>(
                refused(new InvalidRequestException("body", "is required")).getBody(),
                problemJson(headers),
                HttpStatus.BAD_REQUEST);
    }

    @Override
    protected @Nullable ResponseEntity<Object> createResponseEntity(
            Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            problem.setType(Problems.type(Problems.nameOf(status)));
            problem.setInstance(null);
        }
        return orPage(new ResponseEntity<>(body, problemJson(headers), status), request);
    }

    private static HttpHeaders problemJson(HttpHeaders headers) {
        var complete = new HttpHeaders();
        complete.addAll(headers);
        complete.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return complete;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, Duration retryAfter) {
        problem.setInstance((URI) null);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
