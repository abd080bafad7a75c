package org.acmconversation.engine.persistence;

import javax.sql.DataSource;

class OwnTasksOnH2Test extends OwnTasksContract {

    @Override
    DataSource database() {
        return OwnDatabase.onH2("own-tasks");
    }
}
