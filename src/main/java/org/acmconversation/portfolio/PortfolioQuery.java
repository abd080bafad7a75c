package org.acmconversation.portfolio;

import java.time.LocalDate;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Selects the part of the portfolio to show; a null component does not filter.
 *
 * @param from first day of the period (UTC)
 * @param to day after the last day of the period
 * @param role candidate group whose steps and open tasks are shown; engagements and weeks do not depend on it
 */
public record PortfolioQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Segment segment,
        @Nullable String service,
        @Nullable Initiative initiative,
        @Nullable String role) {}
