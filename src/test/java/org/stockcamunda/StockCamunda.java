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
 * A stock Camunda 7.24.0 with the defaults of its Spring Boot starters, to show what attacks do to it. It runs once,
 * beside the product's engine, until the JVM ends.
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

    /** Name of its engine in the paths of its REST API. */
    public static final String ENGINE = "stock";

    private static ConfigurableApplicationContext running;

    /** Returns its port, after starting it if necessary. */
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
