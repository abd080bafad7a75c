package org.acmconversation.engine;

import javax.sql.DataSource;
import org.acmconversation.engine.persistence.OwnDatabase;

/** Which models a node publishes when it starts, on H2. */
class ModelDeploymentOnH2Test extends ModelDeploymentContract {

    @Override
    DataSource database() {
        return OwnDatabase.onH2("models");
    }
}
