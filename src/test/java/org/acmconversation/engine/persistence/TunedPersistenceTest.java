package org.acmconversation.engine.persistence;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.Test;

class TunedPersistenceTest {

    @Test
    void refusesATablePrefix() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setDatabaseTablePrefix("CAMUNDA.");

        assertThatIllegalStateException()
                .isThrownBy(() -> new TunedPersistence(new SlowCountCache()).preInit(configuration))
                .withMessage(
                        "camunda.bpm.database.table-prefix is CAMUNDA.: remove it, since the engine's tables have no"
                                + " prefix here. To choose a schema, write it into spring.datasource.url.");
    }
}
