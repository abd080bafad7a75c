package org.acmconversation.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Parses the request body of a controller, a record or a JSON tree, with {@link StrictJson}. */
class StrictJsonMessageConverter extends AbstractHttpMessageConverter<Object> {

    private final StrictJson json;

    StrictJsonMessageConverter(StrictJson json) {
        super(MediaType.APPLICATION_JSON, MediaType.valueOf("application/merge-patch+json"));
        this.json = json;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isRecord() || type == JsonNode.class;
    }

    @Override
    public boolean canWrite(Class<?> type, MediaType mediaType) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        JsonNode tree = json.read(message.getBody());
        return type == JsonNode.class ? tree : json.bind(tree, type.asSubclass(Record.class));
    }

    @Override
    protected void writeInternal(Object value, HttpOutputMessage message) {
        throw new UnsupportedOperationException("Responses are written by Spring's own converter");
    }
}
