package org.acmconversation.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What came back.
 *
 * @param status 0 if nothing came, as after half of a request
 * @param contentType empty if there is none
 */
record Reply(int status, String contentType, String body) {

    static final Reply NONE = new Reply(0, "", "");

    private static final JsonMapper JSON = new JsonMapper();

    /** Whether nothing was done: an import whose rows were all rejected has done nothing either. */
    boolean refuses() {
        return status >= 400
                || status == 0
                || isImport() && json().path("rejected").size() > 0 && changesNothing();
    }

    /** Whether the answer promises that no row of any table is another than before. */
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
