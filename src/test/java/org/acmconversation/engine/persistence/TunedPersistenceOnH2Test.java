package org.acmconversation.engine.persistence;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

@Tag("context")
class TunedPersistenceOnH2Test extends TunedPersistenceContract {

    @Override
    DataSource database() {
        return StandaloneDatabase.onH2("fewer-statements");
    }
}
