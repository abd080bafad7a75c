package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prometheus' own tool accepts the alerts, and they fire when the files {@code rules-test*.yaml} say so. */
class AlertRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check rules docker/prometheus/rules.yaml",
                "test rules docker/prometheus/rules-test.yaml",
                "test rules docker/prometheus/rules-test-each.yaml",
                "test rules docker/prometheus/rules-test-days.yaml"
            })
    void promtoolSucceeds(String arguments) throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "install promtool, which comes with Prometheus, to test the alerts");
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments.split(" ")));

        Process promtool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(output).isZero();
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Path.of(folder, "promtool").toFile().canExecute());
    }
}
