package org.acmconversation.database;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** Values in columns of JSON. Only this service writes them, so one that cannot be parsed is a bug. */
@Component
public class StoredJson {

    private final ObjectMapper mapper;

    StoredJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns a value as JSON. */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getSimpleName() + " cannot be serialized", e);
        }
    }

    /** Returns the value of stored JSON. */
    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw unreadable(type.getSimpleName(), e);
        }
    }

    /** Returns the value of stored JSON whose type has parameters. */
    public <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw unreadable(type.getType().getTypeName(), e);
        }
    }

    /** Returns stored JSON as a tree. */
    public JsonNode read(String json) {
        return read(json, JsonNode.class);
    }

    /** Says where, but not what, and has no cause: Jackson quotes the text, which may contain personal data. */
    private static IllegalStateException unreadable(String type, JsonProcessingException cause) {
        JsonLocation location = cause.getLocation();
        return new IllegalStateException("A stored %s cannot be parsed at character %d: %s"
                .formatted(
                        type,
                        location == null ? -1 : location.getCharOffset(),
                        cause.getClass().getSimpleName()));
    }
}
