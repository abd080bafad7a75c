package org.acmconversation.engine.persistence;

import javax.sql.DataSource;

class TaskCountsOnPostgreSqlTest extends TaskCountsContract {

    @Override
    DataSource database() {
        return OwnDatabase.onPostgreSql();
    }
}
