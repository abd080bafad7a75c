package org.acmconversation.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final EntryCriteria MET = new EntryCriteria(true, true, true, false);

    private final Profile profile = new Profile(Segment.SMB, 5, List.of("EDGE"), MET);

    @Test
    void defaultsReplaceMissingPlacesOnly() {
        assertThat(profile.inCalendar("ES", "Europe/Madrid"))
                .isEqualTo(new Profile(Segment.SMB, 5, List.of("EDGE"), MET, "ES", "Europe/Madrid"));

        var placed = new Profile(Segment.SMB, 5, List.of("EDGE"), MET, "MX", "America/Mexico_City");

        assertThat(placed.inCalendar("ES", "Europe/Madrid")).isEqualTo(placed);
    }

    @Test
    void entryCriteriaCanBeReplaced() {
        var changed = new EntryCriteria(false, true, true, true);

        assertThat(profile.with(changed)).isEqualTo(new Profile(Segment.SMB, 5, List.of("EDGE"), changed));
    }
}
