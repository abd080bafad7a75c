package org.acmconversation.engine.persistence;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

@Tag("context")
class OwnTasksOnH2Test extends OwnTasksContract {

    @Override
    DataSource database() {
        return StandaloneDatabase.onH2("own-tasks");
    }
}
