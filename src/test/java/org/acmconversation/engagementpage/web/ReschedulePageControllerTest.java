package org.acmconversation.engagementpage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.webpage.FormValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of calls on days when clocks change. */
class ReschedulePageControllerTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Madrid, 2027-03-28T01:59, 2027-03-28T00:59:00Z",
        "Europe/Madrid, 2027-03-28T03:00, 2027-03-28T01:00:00Z",
        // Of two such hours, the first.
        "Europe/Madrid, 2027-10-31T02:30, 2027-10-31T00:30:00Z",
        "America/Santiago, 2027-09-05T01:00, 2027-09-05T04:00:00Z"
    })
    void readsATimeInTheEngagementsZone(ZoneId zone, String local, Instant at) {
        assertThat(read(local, zone)).isEqualTo(at);
    }

    @Test
    void rejectsATimeThatClocksSkip() {
        assertThatThrownBy(() -> read("2027-03-28T02:30", ZoneId.of("Europe/Madrid")))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> read("2027-09-05T00:30", ZoneId.of("America/Santiago")))
                .isInstanceOf(InvalidRequestException.class);
    }

    private static Instant read(String local, ZoneId zone) {
        return ReschedulePageController.at(new FormValues(Map.of("at", List.of(local))), zone);
    }
}
