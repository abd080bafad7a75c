package org.acmconversation.engine;

import javax.sql.DataSource;

class FewerRoundTripsOnH2Test extends FewerRoundTripsContract {

    @Override
    DataSource database() {
        return OwnDatabase.onH2("fewer-round-trips");
    }
}
