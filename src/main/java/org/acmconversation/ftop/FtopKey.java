package org.acmconversation.ftop;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifies an FTOP task on both sides. The text form is {@code {engagementId}:{catalogId}}; keys are ordered by it,
 * character by character.
 */
public record FtopKey(UUID engagementId, String catalogId) implements Comparable<FtopKey> {

    private static final String CATALOG_ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,19}";

    private static final Pattern TEXT =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}):(" + CATALOG_ID + ")");

    /**
     * @throws IllegalArgumentException if the catalog id does not consist of up to 20 letters, digits, dots, _ and -
     */
    public FtopKey {
        Objects.requireNonNull(engagementId, "engagementId");
        if (!isCatalogId(catalogId)) {
            throw new IllegalArgumentException(
                    "A catalog id has 1 to 20 letters, digits, dots, _ and -, and starts with a letter or digit");
        }
    }

    /** Whether the text is a valid catalog id. */
    public static boolean isCatalogId(String text) {
        return text.matches(CATALOG_ID);
    }

    /**
     * Parses the text form.
     *
     * @throws IllegalArgumentException if it is not the canonical form, for example with an upper-case UUID
     */
    public static FtopKey parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A key has the form {engagementId}:{catalogId}");
        }
        return new FtopKey(UUID.fromString(matcher.group(1)), matcher.group(2));
    }

    @Override
    public int compareTo(FtopKey other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return engagementId + ":" + catalogId;
    }
}
