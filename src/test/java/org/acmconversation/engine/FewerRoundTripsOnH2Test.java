package org.acmconversation.engine;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class FewerRoundTripsOnH2Test extends FewerRoundTripsContract {

    @Override
    DataSource database() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:fewer-round-trips;DB_CLOSE_DELAY=-1");
        return database;
    }
}
