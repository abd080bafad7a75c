package org.acmconversation.faults;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ShutdownOnH2Test extends Shutdown {

    @Test
    void requestsFinishAndJobsFinishOrAreReleased() throws IOException, SQLException {
        assertGracefulShutdown("jdbc:h2:file:" + directory.resolve("acm"), "sa");
    }
}
