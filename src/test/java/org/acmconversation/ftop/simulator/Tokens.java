package org.acmconversation.ftop.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The simulated token endpoint. */
class Tokens {

    private static final String CREDENTIALS = "Basic "
            + Base64.getEncoder()
                    .encodeToString((FtopSimulator.CLIENT_ID + ":" + FtopSimulator.CLIENT_SECRET)
                            .getBytes(StandardCharsets.UTF_8));

    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private final AtomicInteger issued = new AtomicInteger();

    Reply issue(Request request) {
        if (!CREDENTIALS.equals(request.headers().get("authorization"))) {
            return Reply.json(401, Map.of("error", "invalid_client"));
        }
        if (!request.text().contains("grant_type=client_credentials")) {
            return Reply.json(400, Map.of("error", "unsupported_grant_type"));
        }
        String token = UUID.randomUUID().toString();
        valid.add(token);
        issued.incrementAndGet();
        return Reply.json(200, Map.of("access_token", token, "token_type", "Bearer", "expires_in", 3_600));
    }

    boolean accepts(Request request) {
        String authorization = request.headers().getOrDefault("authorization", "");
        return authorization.startsWith("Bearer ") && valid.contains(authorization.substring("Bearer ".length()));
    }

    void lose() {
        valid.clear();
    }

    int issued() {
        return issued.get();
    }
}
