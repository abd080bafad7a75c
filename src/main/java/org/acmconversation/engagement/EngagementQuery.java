package org.acmconversation.engagement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which engagements to list; a filter that is null does not filter.
 *
 * @param text part of the customer's name or of the external id, without regard to case and accents
 * @param page number of the page, from 0
 * @param size items on a page
 */
public record EngagementQuery(
        EngagementStatus status,
        Segment segment,
        String service,
        Initiative initiative,
        String text,
        int page,
        int size,
        Sort sort,
        boolean descending) {

    /** What a list can be sorted by. */
    public enum Sort {
        startedAt("started_at"),
        endedAt("ended_at"),
        externalId("external_id"),
        customerName("lower(customer_name)"),
        licenses("licenses"),
        segment("segment"),
        status("status");

        private final String column;

        Sort(String column) {
            this.column = column;
        }
    }

    String conditions() {
        List<String> conditions = new ArrayList<>();
        if (status != null) {
            conditions.add("status = :status");
        }
        if (segment != null) {
            conditions.add("segment = :segment");
        }
        if (service != null) {
            conditions.add("array_contains(services, :service)");
        }
        if (initiative != null) {
            conditions.add("array_contains(initiatives, :initiative)");
        }
        if (text != null) {
            conditions.add("search_key like :text escape '!'");
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (status != null) {
            parameters.put("status", status.name());
        }
        if (segment != null) {
            parameters.put("segment", segment.name());
        }
        if (service != null) {
            parameters.put("service", service);
        }
        if (initiative != null) {
            parameters.put("initiative", initiative.name());
        }
        if (text != null) {
            parameters.put("text", SearchKey.pattern(text));
        }
        return parameters;
    }

    /** The id decides between equals, so that pages neither repeat nor skip an engagement. */
    String orderBy() {
        String direction = descending ? " desc nulls last" : " asc nulls last";
        return " order by " + sort.column + direction + ", id" + (descending ? " desc" : " asc");
    }

    long offset() {
        return (long) page * size;
    }
}
