package org.acmconversation.input;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The same requests to the REST API within the web applications, with their users' sessions. */
class WebappRequests {

    static final String ROOT = "/camunda/api/engine/engine/default";

    private final EngineRequests engine;
    private final Map<String, Session> sessions;

    WebappRequests(EngineRequests engine, Map<String, Session> sessions) {
        this.engine = engine;
        this.sessions = sessions;
    }

    Request next(SeededRandom chance) {
        Request request = engine.next(chance);
        String head = new String(request.head(), StandardCharsets.ISO_8859_1).replace("/engine-rest", ROOT);
        for (var session : sessions.entrySet()) {
            head = head.replace(
                    "Authorization: " + Request.login(session.getKey()),
                    session.getValue().headers());
        }
        return new Request(head.getBytes(StandardCharsets.ISO_8859_1), request.body(), request.open());
    }
}
