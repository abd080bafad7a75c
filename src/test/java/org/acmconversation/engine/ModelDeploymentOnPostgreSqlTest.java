package org.acmconversation.engine;

import javax.sql.DataSource;
import org.acmconversation.engine.persistence.OwnDatabase;

/** Which models a node publishes when it starts, on PostgreSQL. */
class ModelDeploymentOnPostgreSqlTest extends ModelDeploymentContract {

    @Override
    DataSource database() {
        return OwnDatabase.onPostgreSql("models");
    }
}
