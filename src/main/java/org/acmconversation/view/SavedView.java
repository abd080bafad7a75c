package org.acmconversation.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A selection of engagements under a name.
 *
 * @param name unique among the views of its owner
 * @param query parameters of {@code GET /api/engagements}, as they stand in its address after the question mark
 * @param shared whether colleagues see it, too
 * @param isDefault whether it is what its owner sees first; always false in a colleague's
 * @param owner the colleague who shares it; null, and left out, in one's own
 */
public record SavedView(
        String name,
        String query,
        boolean shared,
        @JsonProperty("default") boolean isDefault,
        @JsonInclude(Include.NON_NULL) @Nullable String owner) {}
