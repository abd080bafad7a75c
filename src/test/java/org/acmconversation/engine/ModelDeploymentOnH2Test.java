package org.acmconversation.engine;

import javax.sql.DataSource;
import org.acmconversation.engine.persistence.OwnDatabase;
import org.junit.jupiter.api.Tag;

/** Which models a node publishes when it starts, on H2. */
@Tag("context")
class ModelDeploymentOnH2Test extends ModelDeploymentContract {

    @Override
    DataSource database() {
        return OwnDatabase.onH2("models");
    }
}
