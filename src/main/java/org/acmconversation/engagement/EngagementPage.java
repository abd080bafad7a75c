package org.acmconversation.engagement;

import java.util.List;

/**
 * A page of engagements.
 *
 * @param page number of the page, from 0
 * @param size most items on a page
 * @param totalItems number of items on all pages
 */
public record EngagementPage(List<Engagement> items, int page, int size, long totalItems) {}
