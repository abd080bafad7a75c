package org.acmconversation.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.acmconversation.engine.model.ModelCheck;
import org.acmconversation.engine.model.Objection;
import org.acmconversation.lanes.Generated;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Randomly mutated models: a stock engine runs no code for those that pass the check. */
@Tag("fuzz")
class ModelFuzzTest {

    private static final int MUTANTS = Generated.share(10_000);
    private static final long SEED = Generated.seed();

    private static EngineOracle oracle;

    private final ModelCheck check = new ModelCheck(new Beans());

    @BeforeAll
    static void start() {
        oracle = new EngineOracle();
    }

    @AfterAll
    static void stop() {
        oracle.close();
    }

    @Test
    void acceptedModelsRunNoCodeOnAStockEngine() throws IOException {
        int accepted = 0;
        int built = 0;
        for (Mutant mutant : (Iterable<Mutant>) Mutant.of(SEED, MUTANTS)::iterator) {
            List<Objection> objections = assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> check.check(mutant.file(), mutant.content()));
            if (objections.isEmpty()) {
                accepted++;
                var verdict = oracle.judge(mutant.file(), mutant.content());
                built += verdict.isBuilt() ? 1 : 0;
                assertThat(verdict.dangers())
                        .as("mutant %d: %s", mutant.number(), new String(mutant.content(), StandardCharsets.UTF_8))
                        .isEmpty();
            }
        }
        assertThat(accepted).as("models that were let pass").isGreaterThan(MUTANTS / 10);
        assertThat(built).as("models that the engine could build").isGreaterThan(MUTANTS / 20);
    }
}
