package org.acmconversation.engagement;

import java.util.List;

/**
 * Engagements whose process instance was deleted.
 *
 * @param items the first ones found, at most {@value #MAX_ITEMS}
 * @param totalItems total number
 */
public record EngagementsWithoutProcess(List<EngagementWithoutProcess> items, long totalItems) {

    static final int MAX_ITEMS = 200;
}
