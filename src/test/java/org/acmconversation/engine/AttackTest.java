package org.acmconversation.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.acmconversation.engine.model.DeploymentRules;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * A test that attacks the whole application over HTTP. The test runs jobs explicitly. Model rules are replaced by rules
 * that accept every model, so that only the guards can stop an attack.
 */
@Tag("context")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=jdbc:h2:mem:attacked", "camunda.bpm.job-execution.enabled=false"})
@Import(AttackTest.NoRules.class)
public @interface AttackTest {

    /** Replaces the model rules. */
    @TestConfiguration(proxyBeanMethods = false)
    class NoRules {

        @Bean
        @Primary
        DeploymentRules noRules() {
            return (deployment, running, beans) -> List.of();
        }
    }
}
