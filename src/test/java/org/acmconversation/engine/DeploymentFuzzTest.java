package org.acmconversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.acmconversation.engine.fuzz.Beans;
import org.acmconversation.engine.fuzz.Mutant;
import org.acmconversation.engine.model.DeploymentGuard;
import org.acmconversation.engine.refusal.EngineRefusals;
import org.acmconversation.lanes.Generated;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Randomly mutated models: an invalid deployment is always reported as invalid input, never as a server error. */
@Tag("fuzz")
class DeploymentFuzzTest {

    private static final int MUTANTS = Generated.share(2_000);
    private static final long SEED = Generated.seed();

    @Test
    void reportsInvalidModelsAsClientErrors() throws IOException {
        int deployed = 0;
        try (var guarded = new GuardedEngine(
                "fuzzed", new DeploymentGuard(new Beans(), () -> (deployment, running, beans) -> List.of()))) {
            for (Mutant mutant : (Iterable<Mutant>) Mutant.of(SEED, MUTANTS)::iterator) {
                Optional<RuntimeException> failure = failure(guarded, mutant);
                deployed += failure.isEmpty() ? 1 : 0;
                assertThat(failure.map(EngineRefusals::status).orElse(Status.BAD_REQUEST))
                        .as("mutant %d: %s%n%s", mutant.number(), failure, text(mutant))
                        .isEqualTo(Status.BAD_REQUEST);
            }
        }
        assertThat(deployed).isBetween(MUTANTS / 20, MUTANTS / 2);
    }

    private static Optional<RuntimeException> failure(GuardedEngine guarded, Mutant mutant) {
        try {
            guarded.engine()
                    .getRepositoryService()
                    .createDeployment()
                    .addInputStream(mutant.file(), new ByteArrayInputStream(mutant.content()))
                    .deploy();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private static String text(Mutant mutant) {
        return new String(mutant.content(), StandardCharsets.UTF_8);
    }
}
