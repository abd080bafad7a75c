package org.acmconversation.portfolio;

import java.time.LocalDate;
import java.time.ZoneId;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.Segment;
import org.jspecify.annotations.Nullable;

/**
 * What to show of the portfolio; what is null does not filter.
 *
 * @param from first day of the period (UTC)
 * @param to the day after its last
 * @param zone where the working day is that makes a task due soon
 */
public record PortfolioQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Segment segment,
        @Nullable String service,
        @Nullable Initiative initiative,
        ZoneId zone) {}
