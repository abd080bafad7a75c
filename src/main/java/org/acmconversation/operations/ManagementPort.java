package org.acmconversation.operations;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Sets the actuator's default port to the service's plus 1,000, so that two services on one machine need only one
 * setting each.
 */
public class ManagementPort implements EnvironmentPostProcessor {

    private static final String SETTING = "management.server.port";
    private static final int DISTANCE = 1_000;
    private static final int HIGHEST = 65_535;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty(SETTING) == null) {
            int port = environment.getProperty("server.port", Integer.class, 8080);
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("managementPort", Map.of(SETTING, managementPortFor(port))));
        }
    }

    /** Keeps zero, which means any free port. */
    static int managementPortFor(int port) {
        if (port <= 0) {
            return port;
        }
        return port + DISTANCE <= HIGHEST ? port + DISTANCE : port - DISTANCE;
    }
}
