package org.acmconversation.engine.persistence;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

@Tag("context")
class TaskCountsOnH2Test extends TaskCountsContract {

    @Override
    DataSource database() {
        return StandaloneDatabase.onH2("task-counts");
    }
}
