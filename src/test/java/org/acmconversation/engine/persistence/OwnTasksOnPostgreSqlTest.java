package org.acmconversation.engine.persistence;

import javax.sql.DataSource;

class OwnTasksOnPostgreSqlTest extends OwnTasksContract {

    @Override
    DataSource database() {
        return OwnDatabase.onPostgreSql();
    }
}
