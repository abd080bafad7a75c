package org.acmconversation.engine;

import javax.sql.DataSource;

class FewerRoundTripsOnPostgreSqlTest extends FewerRoundTripsContract {

    @Override
    DataSource database() {
        return OwnDatabase.onPostgreSql();
    }
}
