package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A short version of {@link FaultsTest} for every build, and a test that its checker detects errors. */
@Tag("faults")
@Tag("untuned")
class ShortFaultsTest {

    @Test
    void noFailureLosesData() throws IOException, InterruptedException {
        try (var run = new FaultRun(1)) {
            var session = new Session(run.node(1), "manager");
            assertThat(session.isAcceptedBy(run.node(1))).isTrue();

            FaultRun.Result result = run.withFtopMisbehaving().run(40, 1, 1);

            assertThat(result.complaints()).isEmpty();
            assertThat(result.verdict()).isEqualTo(new Verdict());
            assertThat(result.ftopTasks()).isGreaterThan(40);
            assertThat(session.isAcceptedBy(run.node(1)))
                    .as("a session outlives its node")
                    .isTrue();

            FaultRun.Result withoutKeys = run.withFtopIgnoringKeys().run(20, 0, 0);
            assertThat(withoutKeys.verdict().duplicates())
                    .as("what the checker finds where FTOP ignores idempotency keys")
                    .isNotEmpty();
        }
    }
}
