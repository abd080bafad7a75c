package org.acmconversation.engagement;

import java.util.UUID;

/**
 * An existing engagement that resembles one that somebody is about to start.
 *
 * @param customer the customer's name
 * @param why the strongest reason, if there are several
 */
public record SimilarEngagement(UUID id, String externalId, String customer, EngagementStatus status, Why why) {

    /** What the engagements have in common, strongest first. */
    public enum Why {
        EXTERNAL_ID,
        TENANT,
        NAME
    }
}
