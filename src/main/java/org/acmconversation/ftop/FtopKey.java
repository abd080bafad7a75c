package org.acmconversation.ftop;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What identifies an FTOP task on both sides, in text {@code {engagementId}:{catalogId}}. Keys are ordered as their
 * texts are, character by character.
 */
public record FtopKey(UUID engagementId, String catalogId) implements Comparable<FtopKey> {

    private static final String CATALOG_ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,19}";
    private static final Pattern TEXT =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}):(" + CATALOG_ID + ")");

    /** @throws IllegalArgumentException if the catalog id is not of up to 20 letters, digits, dots, _ and - */
    public FtopKey {
        Objects.requireNonNull(engagementId, "engagementId");
        if (!isCatalogId(catalogId)) {
            throw new IllegalArgumentException(
                    "A catalog id has from 1 to 20 letters, digits, dots, _ and -, and begins with one of the first two");
        }
    }

    /** Whether FTOP could have a task with that number. */
    public static boolean isCatalogId(String text) {
        return text.matches(CATALOG_ID);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is anything else, such as a UUID in capital letters
     */
    public static FtopKey parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A key reads {engagementId}:{catalogId}");
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
