package org.acmconversation.engine;

import javax.sql.DataSource;

class TaskCountsOnPostgreSqlTest extends TaskCountsContract {

    @Override
    DataSource database() {
        return OwnDatabase.onPostgreSql();
    }
}
