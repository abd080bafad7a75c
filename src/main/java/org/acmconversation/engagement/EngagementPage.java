package org.acmconversation.engagement;

import java.util.List;

/**
 * A page of engagements with their current activities, from one snapshot.
 *
 * @param page page number, from 0
 * @param size page size
 * @param totalItems total number of items
 */
public record EngagementPage(List<EngagementState> items, int page, int size, long totalItems) {}
