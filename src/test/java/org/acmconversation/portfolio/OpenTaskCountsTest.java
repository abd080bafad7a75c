package org.acmconversation.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.acmconversation.engagement.DueSoonLimits;
import org.acmconversation.engagement.Location;
import org.acmconversation.portfolio.OpenTaskCounts.Hours;
import org.acmconversation.portfolio.OpenTaskCounts.Tally;
import org.acmconversation.portfolio.PortfolioReads.Open;
import org.acmconversation.portfolio.PortfolioReads.OpenAt;
import org.junit.jupiter.api.Test;

/** Which tasks are looked at one by one: with a million engagements, thousands are due in an hour. */
class OpenTaskCountsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:20:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant SOON = NOW.plus(DAY);
    private static final Location MEXICO = new Location("MX", "America/Mexico_City");
    private static final StepId STEP = new StepId("acm-conversation", "scheduleConversation");

    @Test
    void placesDoNotMatterWhereTheyAgree() {
        var tasks = new OpenTaskCounts(NOW, new DueSoonLimits.Ends(SOON, Map.of()), null);

        assertThat(tasks.toSplit()).extracting(Hours::byPlace).containsExactly(false, false);
        assertThat(tasks.byPlace()).isEmpty();
    }

    @Test
    void onlyTheHoursInWhichTasksStopBeingDueSoonAreSplitByPlace() {
        var tasks = new OpenTaskCounts(NOW, new DueSoonLimits.Ends(SOON, Map.of(MEXICO, SOON.plus(DAY))), null);

        assertThat(tasks.toSplit()).extracting(Hours::byPlace).containsExactly(false, true, true);
        assertThat(tasks.toSplit())
                .extracting(hours -> Duration.between(hours.from(), hours.to()))
                .containsOnly(HOUR);
        assertThat(tasks.byPlace())
                .hasValueSatisfying(hours ->
                        assertThat(Duration.between(hours.from(), hours.to())).isEqualTo(DAY.plus(HOUR)));
    }

    @Test
    void hoursBetweenCountByPlace() {
        var tasks = new OpenTaskCounts(NOW, new DueSoonLimits.Ends(SOON, Map.of(MEXICO, SOON.plus(DAY))), null);
        Instant between = SOON.plus(HOUR.multipliedBy(5)).truncatedTo(ChronoUnit.HOURS);

        tasks.addHour(open(between, 5));
        tasks.addHourAtPlace(new OpenAt(open(between, 3), MEXICO));
        tasks.addHourAtPlace(new OpenAt(open(between, 2), new Location("ES", "Europe/Madrid")));
        tasks.addHourAtPlace(new OpenAt(open(SOON.truncatedTo(ChronoUnit.HOURS), 7), MEXICO));

        assertThat(tasks.of(STEP)).isEqualTo(new Tally(5, 0, 3));
    }

    private static Open open(Instant hour, long number) {
        return new Open(STEP.processId(), STEP.activityId(), "fasttrack-manager", hour, number);
    }
}
