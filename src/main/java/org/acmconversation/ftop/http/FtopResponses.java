package org.acmconversation.ftop.http;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.acmconversation.ftop.ExternalText;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopRecord;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.acmconversation.problem.VisibleText;
import org.springframework.http.ResponseEntity;

/** Parses FTOP's responses and rejects everything that violates the contract. */
class FtopResponses {

    private static final int MAX_REFERENCE = 200;
    private static final int MAX_ECHO = 40;
    private static final int MAX_DETAIL = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FtopResponses() {}

    /**
     * Parses a task's record.
     *
     * @throws FtopUnavailableException if the response is anything else, such as another task's record
     */
    static FtopRecord record(ResponseEntity<byte[]> answer, FtopKey asked) {
        FtopRecord task = record(json(answer));
        if (!task.key().equals(asked)) {
            throw notUnderstood("is about a different task than %s".formatted(asked));
        }
        return task;
    }

    /** @throws FtopUnavailableException if the response is not a list of records */
    static List<FtopRecord> records(ResponseEntity<byte[]> answer) {
        JsonNode tasks = json(answer).path("tasks");
        if (!tasks.isArray()) {
            throw notUnderstood("has no array of tasks");
        }
        List<FtopRecord> records = new ArrayList<>();
        tasks.forEach(task -> records.add(record(task)));
        return records;
    }

    /** Returns FTOP's reason for a refusal; empty if there is none, as in a proxy's response. */
    static Optional<String> reason(ResponseEntity<byte[]> answer) {
        if (!hasType(answer, "application/problem+json")) {
            return Optional.empty();
        }
        JsonNode problem = tree(answer);
        String detail = problem.path("detail").asText("");
        String reason = VisibleText.isBlank(detail) ? problem.path("title").asText("") : detail;
        return Optional.of(ExternalText.cleaned(reason, MAX_DETAIL)).filter(text -> !text.isEmpty());
    }

    private static FtopRecord record(JsonNode task) {
        FtopKey key;
        try {
            key = FtopKey.parse(text(task, "key"));
        } catch (IllegalArgumentException noKey) {
            throw notUnderstood("has an invalid key: " + echo(text(task, "key")));
        }
        String reference = text(task, "reference");
        if (reference.length() > MAX_REFERENCE) {
            throw notUnderstood("has a reference of %d characters".formatted(reference.length()));
        }
        if (!ExternalText.isPrintable(reference)) {
            throw notUnderstood("has a reference with unprintable characters: " + echo(reference));
        }
        return new FtopRecord(key, reference, status(text(task, "status")));
    }

    private static FtopTaskStatus status(String name) {
        for (FtopTaskStatus status : FtopTaskStatus.values()) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        throw notUnderstood("has an unknown status: " + echo(name));
    }

    private static String text(JsonNode task, String field) {
        JsonNode value = task.path(field);
        if (!value.isTextual()) {
            throw notUnderstood("has no string %s".formatted(field));
        }
        return value.textValue();
    }

    private static JsonNode json(ResponseEntity<byte[]> answer) {
        if (!hasType(answer, "application/json")) {
            throw notUnderstood("does not have the type application/json");
        }
        return tree(answer);
    }

    private static JsonNode tree(ResponseEntity<byte[]> answer) {
        try {
            return JSON.readTree(answer.getBody());
        } catch (IOException notJson) {
            // Omit the cause: its message would quote the response.
            throw notUnderstood("is not JSON");
        }
    }

    private static boolean hasType(ResponseEntity<byte[]> answer, String type) {
        String found = Objects.requireNonNullElse(answer.getHeaders().getFirst("Content-Type"), "");
        return found.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(type);
    }

    private static String echo(String text) {
        return "\"" + ExternalText.cleaned(text, MAX_ECHO) + "\"";
    }

    static FtopUnavailableException notUnderstood(String whatIsWrong) {
        return new FtopUnavailableException(Kind.NOT_UNDERSTOOD, "FTOP's response " + whatIsWrong, null);
    }
}
