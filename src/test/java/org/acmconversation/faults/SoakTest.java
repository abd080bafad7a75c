package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two nodes under steady load for ten minutes, or {@code -Dfaults.soak-minutes}, scraped every second: {@code ./mvnw
 * -Pfaults verify}.
 */
@Tag("whole")
@Tag("faults")
class SoakTest {

    private static final Duration DURATION = Duration.ofMinutes(Integer.getInteger("faults.soak-minutes", 10));

    @Test
    void resourceUsageDoesNotGrow() throws IOException, ExecutionException, InterruptedException {
        try (var run = new FaultRun(2)) {
            Soak.Result result = run.soak(DURATION);
            FaultReport.write(result);

            assertThat(result.complaints()).isEmpty();
            assertThat(result.conversations()).isPositive();
            assertThat(result.scrapes()).isGreaterThan((int) (DURATION.toSeconds() / 2));
            assertThat(result.nodes()).allSatisfy(SoakTest::assertFlat);
        }
    }

    private static void assertFlat(Soak.Held node) {
        assertThat(node.end().connections()).as("connections in the end").isZero();
        assertThat(node.end().timeouts()).as("waits for a connection in vain").isZero();
        assertNotGrown("connections", node.early().connections(), node.late().connections(), 5);
        assertNotGrown("threads", node.early().threads(), node.late().threads(), 5);
        assertNotGrown("open files", node.early().files(), node.late().files(), 10);
        assertNotGrown("heap", node.early().heap(), node.late().heap(), 10_000_000);
    }

    /** @param chance random difference between two moments */
    private static void assertNotGrown(String what, long early, long late, long chance) {
        assertThat(late)
                .as("%s, of which there were %d before", what, early)
                .isLessThanOrEqualTo(early + early / 10 + chance);
    }
}
