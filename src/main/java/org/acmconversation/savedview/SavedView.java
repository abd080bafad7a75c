package org.acmconversation.savedview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.StorableText;
import org.acmconversation.problem.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A named filter of the engagement list.
 *
 * @param name unique among the views of its owner
 * @param query query string for {@code GET /api/engagements}
 * @param shared whether colleagues see it, too
 * @param isDefault whether it is the owner's default; always false in a colleague's view
 * @param owner the colleague who shares it; null and omitted for the caller's own views
 */
public record SavedView(
        String name,
        String query,
        boolean shared,
        @JsonProperty("default") boolean isDefault,
        @JsonInclude(Include.NON_NULL) @Nullable String owner) {

    private static final int MAX_NAME = 100;

    /**
     * Returns a name without white space around it.
     *
     * @throws InvalidRequestException if it cannot be the name of a view
     */
    public static String checkedName(String name) {
        if (VisibleText.isBlank(name)) {
            throw new InvalidRequestException("name", "must not be blank");
        }
        if (!StorableText.isStorable(name)) {
            throw new InvalidRequestException("name", StorableText.MESSAGE);
        }
        if (VisibleText.length(name) > MAX_NAME) {
            throw new InvalidRequestException("name", "must have at most " + MAX_NAME + " characters");
        }
        return VisibleText.strip(name);
    }
}
