package org.acmconversation.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Request bodies for starting engagements, which tests change. */
class Requests {

    private static final JsonMapper JSON = new JsonMapper();

    private Requests() {}

    /** A valid request with a unique externalId. */
    static ObjectNode valid() {
        return object("""
                {
                  "externalId": "CRM-%s",
                  "customer": { "name": "Contoso", "tenantId": "3f2c" },
                  "segment": "ENTERPRISE",
                  "licenses": 25000,
                  "services": ["EXCHANGE", "ONEDRIVE_FOR_BUSINESS"],
                  "initiatives": ["RFA"],
                  "entryCriteria": {
                    "kickoffHeld": true, "benefitUnderstood": true, "resourcesClear": true,
                    "inEnterpriseAdoptionProgram": false
                  }
                }
                """.formatted(UUID.randomUUID()));
    }

    /** A request whose engagement ends at once. */
    static ObjectNode coveredByEnterpriseProgram() {
        ObjectNode body = valid();
        body.withObject("/entryCriteria").put("inEnterpriseAdoptionProgram", true);
        return body;
    }

    /** A request whose engagement waits for a manager before FTOP tasks are created. */
    static ObjectNode withoutKickoff() {
        ObjectNode body = valid();
        body.withObject("/entryCriteria").put("kickoffHeld", false);
        return body;
    }

    static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a JSON object: " + json, e);
        }
    }
}
