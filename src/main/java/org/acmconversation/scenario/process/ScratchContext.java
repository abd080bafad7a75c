package org.acmconversation.scenario.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.acmconversation.engine.ScratchEngine;
import org.acmconversation.operations.Traces;
import org.acmconversation.scenario.ScenarioFtop;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * An application context, separate from the service's, in which an engagement runs as it would in production: with the
 * modules that take part in it, on an empty in-memory database. It contains no clients of other systems, servers or
 * scheduled jobs.
 *
 * <p>Not a component, so that the service's context does not contain it. Beans are created lazily, because most of the
 * modules' beans are not needed.
 */
@ComponentScan(
        basePackages = {
            "org.acmconversation.calendar",
            "org.acmconversation.database",
            "org.acmconversation.deadline",
            "org.acmconversation.engagement",
            "org.acmconversation.engine.persistence",
            "org.acmconversation.engine.schema",
            "org.acmconversation.followup",
            "org.acmconversation.form",
            "org.acmconversation.formanswer",
            "org.acmconversation.ftop",
            "org.acmconversation.preference",
            "org.acmconversation.tasklist",
            "org.acmconversation.timeline"
        },
        lazyInit = true,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "org\\.acmconversation\\.\\w+\\.(embedded|http|web)\\..*",
                            // Excludes the erasure of personal data.
                            "org\\.acmconversation\\.\\w+\\.\\w+PersonalData"
                        }))
@ConfigurationPropertiesScan("org.acmconversation.calendar")
@Import({
    ScratchEngine.class,
    ScenarioRunner.class,
    ScratchJobs.class,
    ScratchTasks.class,
    ExpectationCheck.class,
    DeployedModels.class
})
class ScratchContext {

    /** Connections that one thread needs: the engine's, and one for the ledger's separate transactions. */
    private static final int CONNECTIONS = 4;

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(List<JavaMigration> migrations) {
        var pool = new HikariConfig();
        pool.setPoolName("scenarios");
        pool.setJdbcUrl("jdbc:h2:mem:%s".formatted(UUID.randomUUID()));
        pool.setMaximumPoolSize(CONNECTIONS);
        var database = new HikariDataSource(pool);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/common", "classpath:db/h2")
                .javaMigrations(migrations.toArray(JavaMigration[]::new))
                .placeholders(Map.of("applicationUser", ""))
                .load()
                .migrate();
        return database;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    JdbcClient jdbc(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    NamedParameterJdbcOperations namedParameterJdbc(DataSource database) {
        return new NamedParameterJdbcTemplate(database);
    }

    @Bean
    ObjectMapper json() {
        return new ObjectMapper().findAndRegisterModules();
    }

    @Bean
    MessageSource messageSource() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/forms", "messages/tasklist", "messages/models");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    Traces traces() {
        return Traces.off();
    }

    @Bean
    ScenarioFtop ftop() {
        return new ScenarioFtop();
    }
}
