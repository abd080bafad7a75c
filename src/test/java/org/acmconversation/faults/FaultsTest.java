package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 2,000 conversations while FTOP misbehaves, nodes are killed and the database crashes: {@code ./mvnw -Pfaults verify}.
 */
@Tag("whole")
@Tag("faults")
class FaultsTest {

    private static final int CONVERSATIONS = Integer.getInteger("faults.conversations", 2_000);
    private static final int KILLS = Integer.getInteger("faults.kills", 30);
    private static final int CRASHES = Integer.getInteger("faults.crashes", 5);

    @Test
    void noFailureLosesData() throws IOException, InterruptedException {
        try (var run = new FaultRun(2)) {
            var session = new Session(run.node(1), "manager");
            assertThat(session.isAcceptedBy(run.node(2)))
                    .as("any node continues with a session")
                    .isTrue();

            FaultRun.Result result = run.withFtopMisbehaving().run(CONVERSATIONS, KILLS, CRASHES);
            Verdict rebuilt = run.rebuilt();
            FaultRun.Result withoutKeys = run.withFtopIgnoringKeys().run(100, 0, 0);
            FaultReport.write(result, withoutKeys);

            assertThat(result.complaints()).isEmpty();
            assertThat(result.verdict()).isEqualTo(new Verdict());
            assertThat(rebuilt).isEqualTo(new Verdict());
            assertThat(withoutKeys.verdict().duplicates()).isNotEmpty();
        }
    }
}
