package org.acmconversation.operations;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the actuator a port of its own where none is set: 1,000 above the service's, so that two services on one
 * machine need one setting each.
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
                    .addLast(new MapPropertySource("managementPort", Map.of(SETTING, besides(port))));
        }
    }

    /** Zero, any free port, stays so. */
    static int besides(int port) {
        if (port <= 0) {
            return port;
        }
        return port + DISTANCE <= HIGHEST ? port + DISTANCE : port - DISTANCE;
    }
}
