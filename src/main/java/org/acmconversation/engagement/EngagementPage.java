package org.acmconversation.engagement;

import java.util.List;

/**
 * A page of engagements.
 *
 * @param page page number, from 0
 * @param size page size
 * @param totalItems total number of items
 */
public record EngagementPage(List<Engagement> items, int page, int size, long totalItems) {}
