package org.acmconversation.ftop.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A response of the simulator and how it is sent. */
public record Reply(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

    static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /** How a response is sent. */
    public enum Delivery {
        WHOLE,
        /** Sent twice. */
        TWICE,
        /** Sent byte by byte, never completely. */
        DRIPPED,
        /** Replaced by bytes that are not HTTP. */
        GARBLED,
        /** Not sent: the connection is closed. */
        DROPPED
    }

    static Reply json(int status, Object body) {
        return of(status, "application/json", write(body));
    }

    static Reply problem(int status, String title, String detail) {
        return of(status, "application/problem+json", write(Map.of("title", title, "detail", detail)));
    }

    static Reply of(int status, String contentType, String body) {
        return new Reply(
                status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8), Delivery.WHOLE);
    }

    Reply with(Delivery other) {
        return new Reply(status, headers, body, other);
    }

    Reply with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, delivery);
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
