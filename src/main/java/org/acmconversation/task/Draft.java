package org.acmconversation.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A form that somebody has begun to fill in.
 *
 * @param fields what is in the fields, valid or not, as a JSON object
 * @param savedBy who wrote last: whoever takes the task over goes on with it
 * @param version counts the times that it was saved
 */
public record Draft(
        JsonNode fields,
        String savedBy,
        Instant savedAt,
        @JsonIgnore long version) {}
