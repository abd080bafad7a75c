package org.acmconversation.engine.persistence;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

@Tag("context")
class TaskCountsOnPostgreSqlTest extends TaskCountsContract {

    @Override
    DataSource database() {
        return StandaloneDatabase.onPostgreSql();
    }
}
