package org.acmconversation.idempotency;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.acmconversation.database.StoredJson;
import org.acmconversation.database.Transactions;
import org.acmconversation.operations.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Handles each request at most once. Key, resource and response are stored in one transaction; of concurrent requests
 * with the same key, even on several nodes, one inserts the key and the others wait for it.
 */
@Component
public class IdempotentRequests {

    private final StoredResponses responses;
    private final Transactions transactions;
    private final StoredJson json;

    IdempotentRequests(StoredResponses responses, Transactions transactions, StoredJson json) {
        this.responses = responses;
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * Creates a resource for a form that carries a key, or returns the one that was created when the form was submitted
     * before.
     *
     * @param key 1 to 255 visible ASCII characters; empty if the form carries none and is handled each time
     * @param request the submitted data, as a record
     * @param create creates the resource and returns its id
     * @throws IdempotencyKeyReusedException if the key was used for another request
     */
    public UUID createOnce(String key, Object request, Supplier<UUID> create) {
        String given = key.isEmpty() ? UUID.randomUUID().toString() : key;
        ResponseEntity<?> response = handleOnce(IdempotencyKey.of(given), request, "", null, () -> {
            UUID id = create.get();
            return ResponseEntity.created(URI.create("/" + id)).body(Map.of("id", id));
        });
        return UUID.fromString(response.getHeaders().getLocation().getPath().substring(1));
    }

    /**
     * Erases the response to the request that created a resource, because the resource is deleted with its personal
     * data. If the request is repeated, it is refused.
     */
    public void eraseResponse(UUID resourceId) {
        responses.erase(resourceId);
    }

    /** Handles a request without a key. */
    ResponseEntity<?> handle(Supplier<ResponseEntity<?>> handler) {
        return transactions.run(handler);
    }

    /**
     * Handles a request with a key, or returns the stored response for the key.
     *
     * @param request the parsed body, and whatever else identifies the request
     * @param path the path of the request, with which the resource's URL begins
     * @param subject the id in the path, or null
     * @throws IdempotencyKeyReusedException if the key was used for another request
     * @throws ErasedResponseException if the response was erased
     */
    ResponseEntity<?> handleOnce(
            IdempotencyKey key,
            Object request,
            String path,
            @Nullable String subject,
            Supplier<ResponseEntity<?>> handler) {
        String digest = digest(request);
        StoredResponse response = transactions.run(() -> responses
                .find(key)
                .map(found -> again(key, found, digest))
                .orElseGet(() -> {
                    responses.reserve(key, digest);
                    return store(key, digest, subject, handler.get());
                }));
        ResponseEntity.BodyBuilder created = response.resourceId() == null
                ? ResponseEntity.status(HttpStatus.CREATED)
                : ResponseEntity.created(URI.create(path + "/" + response.resourceId()));
        return created.contentType(MediaType.APPLICATION_JSON).body(response.body());
    }

    private StoredResponse again(IdempotencyKey key, StoredResponse response, String digest) {
        if (!response.requestDigest().equals(digest)) {
            throw new IdempotencyKeyReusedException();
        }
        if (response.body() == null) {
            throw new ErasedResponseException();
        }
        responses.recordUse(key);
        return response;
    }

    private StoredResponse store(
            IdempotencyKey key, String digest, @Nullable String subject, ResponseEntity<?> response) {
        String location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
        UUID resourceId = location == null ? null : UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        var stored = new StoredResponse(digest, resourceId, json.write(Objects.requireNonNull(response.getBody())));
        responses.complete(key, stored, subject);
        return stored;
    }

    /** Computed from the parsed request, so that white space and the order of members do not matter. */
    private String digest(Object request) {
        return Sha256.of(json.write(request));
    }
}
