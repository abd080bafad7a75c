package org.acmconversation.engine.persistence;

import javax.sql.DataSource;

class TaskCountsOnH2Test extends TaskCountsContract {

    @Override
    DataSource database() {
        return OwnDatabase.onH2("task-counts");
    }
}
