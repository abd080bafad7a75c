package org.acmconversation.engagement.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.acmconversation.engagement.Profile;
import org.acmconversation.problem.StrictJson;
import org.springframework.stereotype.Component;

/**
 * Applies a JSON Merge Patch to a profile. The merged profile is validated like a new one, so a member removed by
 * {@code null} is reported as missing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396, JSON Merge Patch</a>
 */
@Component
class ProfilePatch {

    private final ObjectMapper mapper;
    private final StrictJson json;

    ProfilePatch(ObjectMapper mapper, StrictJson json) {
        this.mapper = mapper;
        this.json = json;
    }

    Profile apply(Profile profile, JsonNode patch) {
        return json.bind(merge(mapper.valueToTree(profile), patch), Profile.class);
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                merged.putNull(member.getKey());
            } else {
                merged.set(member.getKey(), merge(merged.path(member.getKey()), member.getValue()));
            }
        });
        return merged;
    }
}
