package org.acmconversation.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.acmconversation.engine.fuzz.EngineOracle.Verdict;
import org.acmconversation.engine.model.ModelCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle that the fuzzing relies on distinguishes dangerous models from others. */
class OracleTest {

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

    static Stream<DangerousModels.Model> dangers() {
        return DangerousModels.models();
    }

    @ParameterizedTest
    @MethodSource("dangers")
    void oracleDetectsAndCheckRejectsKnownAttacks(DangerousModels.Model model) {
        assertThat(oracle.judge(model.file(), model.content()).dangers()).isNotEmpty();
        assertThat(check.check(model.file(), model.content())).isNotEmpty();
    }

    static Stream<Path> models() throws IOException {
        try (Stream<Path> paths = Files.walk(Path.of("processes"))) {
            return paths.filter(path -> path.toString().matches(".*\\.(bpmn|dmn)")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void acceptsShippedModels(Path model) throws IOException {
        Verdict verdict = oracle.judge(model.toString(), Files.readAllBytes(model));

        assertThat(verdict.dangers()).isEmpty();
        assertThat(verdict.isBuilt()).isTrue();
        assertThat(check.check(model.toString(), Files.readAllBytes(model))).isEmpty();
    }

    @Test
    void doesNotBuildModelsThatTheEngineCannotParse() {
        byte[] model = DangerousModels.process("<bpmn:serviceTask id='step'/>").getBytes();

        assertThat(oracle.judge("small.bpmn", model).isBuilt()).isFalse();
    }
}
