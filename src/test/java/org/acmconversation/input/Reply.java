package org.acmconversation.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A response.
 *
 * @param status 0 if there was no response, as after half of a request
 * @param contentType empty if there is none
 */
record Reply(int status, String contentType, String body) {

    static final Reply NONE = new Reply(0, "", "");

    private static final JsonMapper JSON = new JsonMapper();

    /** Whether the request was rejected; an import counts as rejected if all of its rows were. */
    boolean refuses() {
        return status >= 400
                || status == 0
                || isImport() && json().path("rejected").size() > 0 && changesNothing();
    }

    /** Whether the response guarantees that no row of any table has changed. */
    boolean changesNothing() {
        return status == 0
                || status >= 300
                || isImport() && json().path("accepted").asLong() == 0;
    }

    private boolean isImport() {
        return status == 200 && body.startsWith("{\"accepted\":");
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
