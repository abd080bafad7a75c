package org.acmconversation.engagement;

import java.util.List;

/**
 * Engagements whose process instance was deleted.
 *
 * @param items those found first, {@value #MOST_ITEMS} at most
 * @param totalItems how many there are
 */
public record EngagementsWithoutProcess(List<EngagementWithoutProcess> items, long totalItems) {

    static final int MOST_ITEMS = 200;
}
