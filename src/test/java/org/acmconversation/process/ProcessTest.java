package org.acmconversation.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test of the models in the whole application with a scripted FTOP. Tests run jobs and timers explicitly. */
@Tag("context")
@Tag("untuned")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid}",
            "camunda.bpm.job-execution.enabled=false",
        })
@Import({ScriptedFtop.class, Conversations.class})
@interface ProcessTest {}
