package org.stockcamunda;

import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * Camunda 7.24.0 as its starters for Spring Boot set it up, without anything of ours: what attacks do to it. It runs
 * once, beside the product's own engine, until the tests are over.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            SecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            FlywayAutoConfiguration.class
        })
public class StockCamunda {

    /** Name of its engine, as the paths of its REST API contain it. */
    public static final String ENGINE = "stock";

    private static ConfigurableApplicationContext running;

    /** Where it listens; started if it does not run yet. */
    public static synchronized int port() {
        if (running == null) {
            running = new SpringApplicationBuilder(StockCamunda.class)
                    .run(
                            // The product's settings are on the class path, too.
                            "--spring.config.name=stock",
                            "--server.port=0",
                            "--spring.datasource.url=jdbc:h2:mem:stock;DB_CLOSE_DELAY=-1",
                            "--spring.jmx.enabled=false",
                            "--camunda.bpm.process-engine-name=" + ENGINE,
                            "--camunda.bpm.generic-properties.properties.historyTimeToLive=P1D",
                            "--camunda.bpm.job-execution.enabled=false");
        }
        return ((ServletWebServerApplicationContext) running).getWebServer().getPort();
    }
}
