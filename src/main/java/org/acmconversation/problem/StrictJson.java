package org.acmconversation.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.validation.Validator;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Parses JSON into records and reports all errors at once: wrong types, unknown members and violated constraints.
 * Jackson's own binding stops at the first error and converts types silently, so a client would not notice that it
 * sends text for a number.
 */
@Component
public class StrictJson {

    private static final int MAX_DEPTH = 16;

    private final JsonMapper mapper;
    private final Validator validator;
    private final DataSize maxBody;

    StrictJson(Validator validator, ApiProperties properties) {
        this.validator = validator;
        this.maxBody = properties.maxBodySize();
        this.mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build());
    }

    /**
     * Parses a body.
     *
     * @throws BodyTooLargeException if it is over {@code acm.api.max-body-size}
     * @throws InvalidRequestException if it is not one JSON object
     */
    JsonNode read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(Math.toIntExact(maxBody.toBytes()) + 1);
        if (bytes.length > maxBody.toBytes()) {
            throw new BodyTooLargeException(maxBody);
        }
        JsonNode tree;
        try {
            tree = mapper.readTree(bytes);
        } catch (CharConversionException e) {
            throw new InvalidRequestException("body", "is not UTF-8");
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new InvalidRequestException(
                    "body",
                    at == null
                            ? "is not well-formed JSON"
                            : "is not well-formed JSON (line %d, column %d)"
                                    .formatted(at.getLineNr(), at.getColumnNr()));
        }
        if (tree == null || !tree.isObject()) {
            throw new InvalidRequestException("body", "must be a JSON object");
        }
        return tree;
    }

    /**
     * Binds a JSON object to a record and validates it.
     *
     * @throws InvalidRequestException listing each member that has the wrong type, is unknown or is invalid
     */
    public <T extends Record> T bind(JsonNode object, Class<T> type) {
        var errors = new ArrayList<FieldError>();
        T bound = new RecordBinder(errors).bind(object, type, "");
        Set<String> unreadable = errors.stream().map(FieldError::field).collect(Collectors.toSet());
        // A set, because a repeated element is reported only once.
        var violations = new LinkedHashSet<FieldError>();
        for (var violation : validator.validate(bound)) {
            // Elements of a list have no names, as in the errors of the binder.
            String field = violation.getPropertyPath().toString().replaceAll("\\[\\d+](\\.<list element>$)?", "");
            if (unreadable.stream().noneMatch(known -> known.equals(field) || field.startsWith(known + "."))) {
                violations.add(new FieldError(field, violation.getMessage()));
            }
        }
        errors.addAll(violations);
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(inOrder(errors));
        }
        return bound;
    }

    private static List<FieldError> inOrder(List<FieldError> errors) {
        return errors.stream()
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList();
    }
}
