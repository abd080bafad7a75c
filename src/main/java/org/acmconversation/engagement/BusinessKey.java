package org.acmconversation.engagement;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The business key of a process instance. A conversation's is its engagement's id; other processes have their own. */
public final class BusinessKey {

    /** The canonical form; {@link UUID#fromString} also reads {@code 1-1-1-1-1}. */
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private BusinessKey() {}

    /**
     * The engagement's id if the key may be one.
     *
     * @param businessKey null if the instance has none
     */
    public static Optional<UUID> engagementId(String businessKey) {
        return Optional.ofNullable(businessKey)
                .filter(key -> UUID_TEXT.matcher(key).matches())
                .map(UUID::fromString);
    }

    /**
     * The engagement's id, for what only makes sense in a conversation.
     *
     * @throws IllegalStateException if the key is not an engagement's id
     */
    public static UUID requireEngagementId(String businessKey) {
        return engagementId(businessKey)
                .orElseThrow(() -> new IllegalStateException(
                        "This needs an engagement, whose id is the business key; the business key is " + businessKey));
    }
}
