package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** The actuator's default port. */
class ManagementPortTest {

    private static final String SETTING = "management.server.port";

    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @CsvSource({"8080, 9080", "8081, 9081", "0, 0", "65000, 64000"})
    void isTheServicesPortPlus1000(String port, String expected) {
        environment.setProperty("server.port", port);

        assertThat(portOfTheActuator()).isEqualTo(expected);
    }

    @Test
    void defaultsTo9080() {
        assertThat(portOfTheActuator()).isEqualTo("9080");
    }

    @Test
    void keepsAConfiguredPort() {
        environment.setProperty("server.port", "8080");
        environment.setProperty(SETTING, "7070");

        assertThat(portOfTheActuator()).isEqualTo("7070");
    }

    private String portOfTheActuator() {
        new ManagementPort().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty(SETTING);
    }
}
