package org.acmconversation.engine.persistence;

import javax.sql.DataSource;

class FewerStatementsOnPostgreSqlTest extends FewerStatementsContract {

    @Override
    DataSource database() {
        return OwnDatabase.onPostgreSql();
    }
}
