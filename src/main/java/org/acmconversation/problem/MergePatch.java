package org.acmconversation.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;

/**
 * Applies a JSON Merge Patch to a record. The result is validated like a new record, so a required member removed by
 * {@code null} is reported as missing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396, JSON Merge Patch</a>
 */
@Component
public class MergePatch {

    private final ObjectMapper mapper;
    private final StrictJson json;

    MergePatch(ObjectMapper mapper, StrictJson json) {
        this.mapper = mapper;
        this.json = json;
    }

    /**
     * Returns the record with the patch applied.
     *
     * @throws InvalidRequestException listing each member that is invalid
     */
    public <T extends Record> T apply(T current, JsonNode patch, Class<T> type) {
        return json.bind(merge(mapper.valueToTree(current), patch), type);
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
