package org.acmconversation.ftop.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.FastTrackRole;
import org.acmconversation.ftop.Ftop;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopRecord;
import org.acmconversation.ftop.FtopRefusedException;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.acmconversation.operations.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;

/** FTOP over HTTP, as defined in docs/ftop-api.yaml. */
@Component
@ConditionalOnProperty(name = "acm.ftop.adapter", havingValue = "http")
class HttpFtop implements Ftop {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final RestClient ftop;
    private final CallGuard guard;

    HttpFtop(HttpFtopProperties properties, CallGuard guard, Traces traces) {
        this.ftop = FtopRestClient.create(properties, traces);
        this.guard = guard;
    }

    private record NewTask(UUID engagementId, String catalogId, String name, boolean mandatory, FastTrackRole role) {}

    private record Closing(FtopTaskStatus status, @Nullable String reason) {}

    @Override
    public FtopRecord create(UUID engagementId, CatalogTask task) {
        var key = new FtopKey(engagementId, task.catalogId());
        byte[] body = json(new NewTask(engagementId, task.catalogId(), task.name(), task.mandatory(), task.role()));
        return guard.call("create", () -> {
            ResponseEntity<byte[]> answer = put(key, "", body);
            return switch (answer.getStatusCode().value()) {
                case 200, 201 -> FtopResponses.record(answer, key);
                default -> throw refusedOrUnavailable(answer, key);
            };
        });
    }

    @Override
    public FtopRecord close(FtopKey key, FtopTaskStatus status, @Nullable String reason) {
        if (status == FtopTaskStatus.OPEN) {
            throw new IllegalArgumentException("A task cannot be closed with the status OPEN");
        }
        byte[] body = json(new Closing(status, reason));
        return guard.call("close", () -> {
            ResponseEntity<byte[]> answer = put(key, "/status", body);
            return switch (answer.getStatusCode().value()) {
                case 200 -> closed(FtopResponses.record(answer, key));
                case 409 -> closedOtherwise(answer, key);
                default -> throw refusedOrUnavailable(answer, key);
            };
        });
    }

    @Override
    public List<FtopRecord> find(Collection<FtopKey> keys) {
        if (keys.size() > MAX_RECORDS) {
            throw new IllegalArgumentException("At most %d keys are allowed".formatted(MAX_RECORDS));
        }
        if (keys.isEmpty()) {
            return List.of();
        }
        String query = keys.stream().map(key -> "key=" + key).collect(Collectors.joining("&"));
        return guard.call("find", () -> {
            List<FtopRecord> found = list(query);
            var asked = new HashSet<>(keys);
            if (!found.stream().allMatch(task -> asked.contains(task.key()))) {
                throw FtopResponses.notUnderstood("contains tasks that were not requested");
            }
            return found;
        });
    }

    @Override
    public List<FtopRecord> open(@Nullable FtopKey after, int limit) {
        if (limit < 1 || limit > MAX_RECORDS) {
            throw new IllegalArgumentException("The page size must be from 1 to %d".formatted(MAX_RECORDS));
        }
        String query = "status=OPEN&limit=" + limit + (after == null ? "" : "&after=" + after);
        return guard.call("page", () -> {
            List<FtopRecord> page = list(query);
            if (page.size() > limit) {
                throw FtopResponses.notUnderstood("contains more tasks than requested");
            }
            FtopKey last = after;
            for (FtopRecord task : page) {
                // Duplicate keys are allowed. With descending keys, paging might never end.
                if (last != null && task.key().compareTo(last) < (last.equals(after) ? 1 : 0)) {
                    throw FtopResponses.notUnderstood("is not ordered by key");
                }
                last = task.key();
            }
            return page;
        });
    }

    private List<FtopRecord> list(String query) {
        ResponseEntity<byte[]> answer = send(() -> ftop.get().uri("/v1/tasks?" + query));
        if (answer.getStatusCode().value() != 200) {
            throw unavailable(answer);
        }
        return FtopResponses.records(answer);
    }

    /** Sends a PUT for one task, with its key as the idempotency key. */
    private ResponseEntity<byte[]> put(FtopKey key, String below, byte[] json) {
        return send(() -> ftop.put()
                .uri("/v1/tasks/" + key + below)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key.toString())
                .body(json));
    }

    private static ResponseEntity<byte[]> send(Supplier<RequestHeadersSpec<?>> request) {
        ResponseEntity<byte[]> answer = answer(request.get());
        // FTOP may have lost a valid token. It has not processed the request, so retry it once with a new token.
        return answer.getStatusCode() == HttpStatus.UNAUTHORIZED ? answer(request.get()) : answer;
    }

    private static ResponseEntity<byte[]> answer(RequestHeadersSpec<?> request) {
        try {
            return request.exchange((asked, response) -> ResponseEntity.status(response.getStatusCode())
                    .headers(response.getHeaders())
                    .body(response.getBody().readAllBytes()));
        } catch (OAuth2AuthorizationException | IllegalArgumentException unreadable) {
            // Omit the cause: its message would quote the response, or the token that cannot be sent in a header.
            throw new FtopUnavailableException(
                    Kind.NOT_UNDERSTOOD, "FTOP's token endpoint did not return a usable token", null);
        }
    }

    private static FtopRecord closedOtherwise(ResponseEntity<byte[]> answer, FtopKey key) {
        return FtopResponses.reason(answer)
                .<FtopRecord>map(reason -> {
                    throw new FtopRefusedException(key.catalogId(), reason);
                })
                .orElseGet(() -> closed(FtopResponses.record(answer, key)));
    }

    /** A delayed response to an earlier call may arrive on the same connection. */
    private static FtopRecord closed(FtopRecord task) {
        if (task.status() == FtopTaskStatus.OPEN) {
            throw FtopResponses.notUnderstood("has an open task, although it was closed");
        }
        return task;
    }

    private static RuntimeException refusedOrUnavailable(ResponseEntity<byte[]> answer, FtopKey key) {
        return switch (answer.getStatusCode().value()) {
            case 401, 408, 429 -> unavailable(answer);
            default ->
                answer.getStatusCode().value() / 100 == 4
                        ? FtopResponses.reason(answer)
                                .<RuntimeException>map(reason -> new FtopRefusedException(key.catalogId(), reason))
                                .orElseGet(() -> unavailable(answer))
                        : unavailable(answer);
        };
    }

    private static FtopUnavailableException unavailable(ResponseEntity<byte[]> answer) {
        return Failures.unavailable(
                "FTOP", answer.getStatusCode().value(), answer.getHeaders().getFirst("Retry-After"));
    }

    private static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
