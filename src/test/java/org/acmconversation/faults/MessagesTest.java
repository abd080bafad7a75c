package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.acmconversation.faults.MessageRun.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No email or card is lost when nodes are killed, and a repeated mail is recognizable: {@code ./mvnw -Pfaults verify}.
 */
@Tag("whole")
@Tag("faults")
class MessagesTest {

    private static final int KILLS = Integer.getInteger("faults.message-kills", 20);
    private static final int CALLS_AT_ONCE = 9;

    @Test
    void sendsEachMessageOnce() throws IOException, InterruptedException, SQLException {
        try (var run = new MessageRun()) {
            Result result = run.run(KILLS, CALLS_AT_ONCE);
            FaultReport.write(result);

            assertThat(result.complaints()).isEmpty();
            assertThat(result.checked().verdict()).isEqualTo(new Verdict());
            assertThat(result.digests().verdict()).isEqualTo(new Verdict());
            assertThat(result.checked().copies() + result.digests().copies())
                    .as("mails that arrived again, with the same Message-ID")
                    .isLessThanOrEqualTo(KILLS);
            assertThat(result.tasksOnCards()).isBetween(result.tasks(), result.tasks() + result.repeatable());
        }
    }
}
