package org.acmconversation.engine.persistence;

import javax.sql.DataSource;

class FewerStatementsOnH2Test extends FewerStatementsContract {

    @Override
    DataSource database() {
        return OwnDatabase.onH2("fewer-statements");
    }
}
