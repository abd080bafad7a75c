package org.acmconversation.engine;

import javax.sql.DataSource;
import org.acmconversation.engine.persistence.OwnDatabase;
import org.junit.jupiter.api.Tag;

/** Which models a node publishes when it starts, on PostgreSQL. */
@Tag("context")
class ModelDeploymentOnPostgreSqlTest extends ModelDeploymentContract {

    @Override
    DataSource database() {
        return OwnDatabase.onPostgreSql("models");
    }
}
