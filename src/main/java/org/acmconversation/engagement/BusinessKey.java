package org.acmconversation.engagement;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The business key of a process instance. For a conversation it is the engagement's id; other processes have their own.
 */
public final class BusinessKey {

    /** The canonical form; {@link UUID#fromString} also accepts {@code 1-1-1-1-1}. */
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private BusinessKey() {}

    /**
     * Returns the engagement's id, if the key is a UUID.
     *
     * @param businessKey the business key, or null
     */
    public static Optional<UUID> engagementId(@Nullable String businessKey) {
        return Optional.ofNullable(businessKey)
                .filter(key -> UUID_TEXT.matcher(key).matches())
                .map(UUID::fromString);
    }

    /**
     * Returns the engagement's id, for steps that require a conversation.
     *
     * @throws IllegalStateException if the key is not a UUID
     */
    public static UUID requireEngagementId(@Nullable String businessKey) {
        return engagementId(businessKey)
                .orElseThrow(() -> new IllegalStateException(
                        "This step requires an engagement's id as business key; the business key is " + businessKey));
    }
}
