package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.acmconversation.faults.RestoreRun.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A restored backup behaves as docs/backup.md says: {@code ./mvnw -Pfaults verify}. */
@Tag("whole")
@Tag("faults")
class RestoreTest {

    private static final int CONVERSATIONS = Integer.getInteger("faults.restored-conversations", 200);

    @Test
    void conversationsContinueFromTheBackup() throws Exception {
        Optional<Path> programs = InstalledPostgreSql.programs();
        assumeTrue(programs.isPresent(), "install PostgreSQL with its server, client, pg_dump and pg_restore");
        try (var run = new RestoreRun(programs.get(), CONVERSATIONS)) {
            Result result = run.run();
            FaultReport.write(result);

            assertThat(result.check()).doesNotContain("WRONG");
            assertThat(result.inBackup()).isPositive();
            assertThat(result.startedAgain()).isPositive();
            assertThat(result.callsWhileQuiet()).isZero();
            assertThat(result.complaints()).isEmpty();
            assertThat(result.verdict()).isEqualTo(new Verdict());
            assertThat(result.answers()).isEmpty();
            assertThat(result.events()).isPositive();
            assertThat(result.ignored()).isEmpty();
            assertThat(result.reported()).isEqualTo(result.unknown());
        }
    }
}
