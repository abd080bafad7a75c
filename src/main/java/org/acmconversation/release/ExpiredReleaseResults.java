package org.acmconversation.release;

import java.time.ZoneOffset;
import org.acmconversation.engine.instance.ExpiredProcesses;
import org.acmconversation.expiry.Expiring;
import org.acmconversation.expiry.ExpiringTable;
import org.acmconversation.expiry.RetentionProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Expired results of releases. The releases themselves stay. */
@Configuration(proxyBeanMethods = false)
class ExpiredReleaseResults {

    @Bean
    Expiring oldRehearsals(JdbcClient jdbc, RetentionProperties retention) {
        return new ExpiringTable(
                jdbc,
                "model_rehearsal",
                "release_number",
                "updated_at < :before and release_number in (select number from model_release where state <> 'DRAFT')",
                now -> now.minus(retention.rehearsals()).atOffset(ZoneOffset.UTC));
    }

    /** Engagements that a release has moved and whose processes have left the engine's history. */
    @Bean
    Expiring oldMigrations(JdbcClient jdbc, RetentionProperties retention) {
        return new ExpiringTable(
                jdbc,
                "model_migration_case",
                "release_number, case_id",
                "release_number in (select release_number from model_migration where started_at < :before) and "
                        + ExpiredProcesses.isGone("case_id"),
                now -> now.minus(retention.rehearsals()).atOffset(ZoneOffset.UTC));
    }
}
