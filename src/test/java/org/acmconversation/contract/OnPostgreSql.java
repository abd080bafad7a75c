package org.acmconversation.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The running application on PostgreSQL as in production, shared by all tests with this annotation. */
@Tag("context")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            OnH2.JOBS_LOOKED_FOR,
            OnH2.JOBS_LOOKED_FOR_AT_LEAST,
            OnH2.FIGURES_COUNTED,
            OnH2.FIGURES_EXPORTED,
            OnH2.PROCESSES_CHECKED,
            OnH2.FOUR_EYES,
            OnH2.MIGRATIONS_LOOKED_FOR
        })
@ContextConfiguration(initializers = OnPostgreSql.Server.class)
@ActiveProfiles("local")
public @interface OnPostgreSql {

    /** Starts a server that stops with the application. */
    class Server implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var postgres = new PostgreSqlServer();
            postgres.start();
            // Stopped after all beans of the application, which may need the database while they close.
            var beans = (DefaultListableBeanFactory) context.getBeanFactory();
            beans.registerSingleton("postgreSqlServer", postgres);
            beans.registerDisposableBean("postgreSqlServer", postgres::delete);
            TestPropertyValues.of("spring.datasource.url=" + postgres.jdbcUrl(), "spring.datasource.username=postgres")
                    .applyTo(context);
        }
    }
}
