package org.acmconversation.engagement;

import org.acmconversation.database.PageRequest;

/** A page of a list of engagements. */
public record EngagementQuery(EngagementFilter filter, PageRequest page, Sort sort, boolean descending) {

    /** What a list can be sorted by. */
    public enum Sort {
        startedAt("started_at"),
        endedAt("ended_at", "nulls last"),
        externalId("external_id"),
        customerName("lower(customer_name)"),
        licenses("licenses"),
        segment("segment"),
        status("status");

        private final String column;

        /** Only for columns with nulls, because it keeps PostgreSQL from scanning an ordinary index backwards. */
        private final String nulls;

        Sort(String column) {
            this(column, "");
        }

        Sort(String column, String nulls) {
            this.column = column;
            this.nulls = nulls;
        }

        /** The id breaks ties, so that pages neither repeat nor skip an engagement. */
        String orderBy(boolean descending) {
            String direction = descending ? "desc" : "asc";
            return " order by %s %s %s, id %s".formatted(column, direction, nulls, direction);
        }
    }
}
