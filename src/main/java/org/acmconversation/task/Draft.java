package org.acmconversation.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * The draft of a task's form.
 *
 * @param fields values of the fields, valid or not, as a JSON object
 * @param savedBy who saved it last; a draft stays with the task when its assignee changes
 * @param version number of times it was saved
 */
public record Draft(
        JsonNode fields,
        String savedBy,
        Instant savedAt,
        @JsonIgnore long version) {}
