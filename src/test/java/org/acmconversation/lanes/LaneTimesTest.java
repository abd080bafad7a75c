package org.acmconversation.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The summary at the end of the build. */
class LaneTimesTest {

    @Test
    void measuresALaneFromFirstStartToLastEnd() {
        List<String> lines = new ArrayList<>();

        LaneTimes.report(
                List.of(
                        new TestedClass("contexts", "SlowTest", 70_000, 150_000, 40),
                        new TestedClass("unit", "QuickTest", 1_000, 3_000, 5),
                        new TestedClass("contexts", "OtherTest", 60_000, 130_000, 2)),
                lines::add);

        assertThat(lines)
                .containsExactly(
                        "unit       0 min 02 s,    5 tests; slowest: QuickTest 2 s",
                        "contexts   1 min 30 s,   42 tests; slowest: SlowTest 80 s, OtherTest 70 s");
    }

    @Test
    void parsesItsOwnLines() {
        var tested = new TestedClass("unit", "QuickTest", 1, 2, 3);

        assertThat(TestedClass.of(tested.line().strip())).isEqualTo(tested);
    }
}
