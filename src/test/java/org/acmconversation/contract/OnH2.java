package org.acmconversation.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** The running application on an in-memory H2, shared by all tests with this annotation. */
@Tag("context")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            OnH2.JOBS_LOOKED_FOR,
            OnH2.JOBS_LOOKED_FOR_AT_LEAST,
            OnH2.FIGURES_COUNTED,
            OnH2.FIGURES_EXPORTED,
            OnH2.PROCESSES_CHECKED,
            OnH2.FOUR_EYES,
            OnH2.MIGRATIONS_LOOKED_FOR
        })
@ActiveProfiles("local")
public @interface OnH2 {

    /** Retries jobs after a conflict sooner than the default of up to a minute. */
    String JOBS_LOOKED_FOR = "camunda.bpm.job-execution.wait-time-in-millis=100";

    String JOBS_LOOKED_FOR_AT_LEAST = "camunda.bpm.job-execution.max-wait=500";

    /** Refreshes metrics sooner. */
    String FIGURES_COUNTED = "acm.metrics.refresh=100ms";

    /** Spring disables the export in tests. */
    String FIGURES_EXPORTED = "management.prometheus.metrics.export.enabled=true";

    /** Runs the check for engagements without a process more often. */
    String PROCESSES_CHECKED = "acm.engagements.process-check.interval=3s";

    /** Begins migrations of engagements sooner. */
    String MIGRATIONS_LOOKED_FOR = "acm.releases.migration-interval=200ms";

    /** As in production. */
    String FOUR_EYES = "acm.erasure.four-eyes=true";
}
