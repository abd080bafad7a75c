package org.acmconversation.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.acmconversation.engine.refusal.EngineRefusals;
import org.acmconversation.engine.refusal.ModelFaults;
import org.acmconversation.problem.Outage;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Error responses of the engine's REST API in its own format, {@code type}, {@code message} and {@code code}, which its
 * clients parse. Unlike the engine's handlers it responds with 500 only to our own errors: a value of the wrong type or
 * an unknown task is the client's error. No response contains a fully qualified class name, an SQL statement or a line
 * number.
 */
class EngineRestFailures implements ExceptionMapper<Throwable> {

    private static final Logger log = LoggerFactory.getLogger(EngineRestFailures.class);

    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z][a-z0-9_]*\\.){2,}(?=[A-Z])");

    private final Function<Throwable, Optional<String>> words;

    /** For clients, which get the engine's message. */
    EngineRestFailures() {
        this(failure -> Optional.empty());
    }

    /** @param words the message to use instead, if there is one */
    EngineRestFailures(Function<Throwable, Optional<String>> words) {
        this.words = words;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (Outage.isCauseOf(failure)) {
            Outage.log(failure, "the engine's REST API");
            return Response.status(Status.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER_SECONDS)
                    .type("application/problem+json")
                    .entity(Outage.members())
                    .build();
        }
        if (failure instanceof WebApplicationException refusal) {
            return answer(Response.fromResponse(refusal.getResponse()), failure, refusal.getMessage());
        }
        Status status = EngineRefusals.status(failure);
        if (status == Status.INTERNAL_SERVER_ERROR) {
            String id = UUID.randomUUID().toString();
            log.error("Unexpected error {} in the engine's REST API", id, failure);
            return answer(
                    Response.status(status),
                    unnamed(status),
                    "An internal error occurred. Quote the error id when you report it: " + id);
        }
        if (ModelFaults.worded(failure).isPresent()) {
            log.error("A decision failed because of its model", failure);
        }
        if (failure instanceof IOException unreadable) {
            return answer(Response.status(status), unnamed(status), whatIsUnreadable(unreadable));
        }
        boolean isEngines = failure instanceof ProcessEngineException || failure instanceof RestException;
        return answer(
                Response.status(status),
                isEngines ? failure : unnamed(status),
                words.apply(failure).orElseGet(() -> EngineRefusals.message(failure)));
    }

    /** Replaces internal class names. */
    private static RestException unnamed(Status status) {
        return new InvalidRequestException(status, "");
    }

    private static String whatIsUnreadable(IOException unreadable) {
        String message = "The body is not JSON as it is expected here";
        if (unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            message += ": look at "
                    + mapping.getPath().stream()
                            .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
                            .collect(Collectors.joining("."));
        } else if (unreadable instanceof JsonProcessingException json && json.getLocation() != null) {
            message += ": look at line %d, column %d"
                    .formatted(
                            json.getLocation().getLineNr(), json.getLocation().getColumnNr());
        }
        return message;
    }

    private static Response answer(Response.ResponseBuilder response, Throwable named, @Nullable String message) {
        ExceptionDto dto = ExceptionHandlerHelper.getInstance().fromException(named);
        dto.setMessage(message == null ? "" : PACKAGE.matcher(message).replaceAll(""));
        return response.entity(dto).type(MediaType.APPLICATION_JSON_TYPE).build();
    }
}
