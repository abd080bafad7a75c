package org.acmconversation.ftop.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.FastTrackRole;
import org.acmconversation.ftop.Ftop;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopRecord;
import org.acmconversation.ftop.FtopRefusedException;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.operations.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** FTOP over HTTP, as defined in docs/ftop-api.yaml. */
@Component
@ConditionalOnProperty(name = "acm.ftop.adapter", havingValue = "http")
class HttpFtop implements Ftop {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final AuthorizedCalls calls;
    private final MeasuredCalls ftop;

    HttpFtop(HttpFtopProperties properties, CallGuard guard, Traces traces, MeterRegistry meters) {
        this.calls = new AuthorizedCalls(properties, traces);
        this.ftop = new MeasuredCalls(guard, traces, meters);
    }

    private record NewTask(UUID engagementId, String catalogId, String name, boolean mandatory, FastTrackRole role) {}

    private record Closing(FtopTaskStatus status, @Nullable String reason) {}

    @Override
    public FtopRecord create(UUID engagementId, CatalogTask task) {
        var key = new FtopKey(engagementId, task.catalogId());
        byte[] body = json(new NewTask(engagementId, task.catalogId(), task.name(), task.mandatory(), task.role()));
        return ftop.call("create", () -> {
            HttpResponse<byte[]> answer = calls.put(key, "", body);
            return switch (answer.statusCode()) {
                case 200, 201 -> Answers.record(answer, key);
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
        return ftop.call("close", () -> {
            HttpResponse<byte[]> answer = calls.put(key, "/status", body);
            return switch (answer.statusCode()) {
                case 200 -> closed(Answers.record(answer, key));
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
        return ftop.call("find", () -> {
            List<FtopRecord> found = list(query);
            var asked = new HashSet<>(keys);
            if (!found.stream().allMatch(task -> asked.contains(task.key()))) {
                throw Answers.notUnderstood("contains tasks that were not requested");
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
        return ftop.call("page", () -> {
            List<FtopRecord> page = list(query);
            if (page.size() > limit) {
                throw Answers.notUnderstood("contains more tasks than requested");
            }
            FtopKey last = after;
            for (FtopRecord task : page) {
                // Duplicate keys are allowed, for the reconciliation to find; going backwards would never end.
                if (last != null && task.key().compareTo(last) < (last.equals(after) ? 1 : 0)) {
                    throw Answers.notUnderstood("is not ordered by key");
                }
                last = task.key();
            }
            return page;
        });
    }

    private List<FtopRecord> list(String query) {
        HttpResponse<byte[]> answer = calls.list(query);
        if (answer.statusCode() != 200) {
            throw unavailable(answer);
        }
        return Answers.records(answer);
    }

    private static FtopRecord closedOtherwise(HttpResponse<byte[]> answer, FtopKey key) {
        return Answers.reason(answer)
                .<FtopRecord>map(reason -> {
                    throw new FtopRefusedException(key.catalogId(), reason);
                })
                .orElseGet(() -> closed(Answers.record(answer, key)));
    }

    /** A delayed response to an earlier call may arrive on the same connection. */
    private static FtopRecord closed(FtopRecord task) {
        if (task.status() == FtopTaskStatus.OPEN) {
            throw Answers.notUnderstood("has an open task, although it was closed");
        }
        return task;
    }

    private static RuntimeException refusedOrUnavailable(HttpResponse<byte[]> answer, FtopKey key) {
        return switch (answer.statusCode()) {
            case 401, 408, 429 -> unavailable(answer);
            default ->
                answer.statusCode() / 100 == 4
                        ? Answers.reason(answer)
                                .<RuntimeException>map(reason -> new FtopRefusedException(key.catalogId(), reason))
                                .orElseGet(() -> unavailable(answer))
                        : unavailable(answer);
        };
    }

    private static FtopUnavailableException unavailable(HttpResponse<byte[]> answer) {
        return Failures.unavailable(
                "FTOP",
                answer.statusCode(),
                answer.headers().firstValue("Retry-After").orElse(null));
    }

    private static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
