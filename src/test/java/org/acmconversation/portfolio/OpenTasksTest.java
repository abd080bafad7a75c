package org.acmconversation.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.acmconversation.engagement.Place;
import org.acmconversation.engagement.SoonEnds;
import org.acmconversation.portfolio.OpenTasks.Hours;
import org.junit.jupiter.api.Test;

/** Which tasks are looked at one by one: with a million engagements, thousands are due in an hour. */
class OpenTasksTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:20:00Z");
    private static final Instant SOON = NOW.plus(Duration.ofDays(1));

    @Test
    void placesDoNotMatterWhereTheyAgree() {
        assertThat(new OpenTasks(NOW, new SoonEnds.Ends(SOON, Map.of()), null).toSplit())
                .extracting(Hours::byPlace)
                .containsExactly(false, false);
    }

    @Test
    void placesMatterForWhatIsDueSoonWhereTheyDiffer() {
        var dayOff = Map.of(new Place("MX", "America/Mexico_City"), SOON.plus(Duration.ofDays(1)));

        assertThat(new OpenTasks(NOW, new SoonEnds.Ends(SOON, dayOff), null).toSplit())
                .extracting(Hours::byPlace)
                .containsExactly(false, true);
    }
}
