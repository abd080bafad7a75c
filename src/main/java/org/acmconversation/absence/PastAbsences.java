package org.acmconversation.absence;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.acmconversation.expiry.Expiring;
import org.acmconversation.expiry.ExpiringTable;
import org.acmconversation.expiry.RetentionProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Absences that ended longer than {@code acm.retention.absences} ago. */
@Configuration(proxyBeanMethods = false)
class PastAbsences {

    @Bean
    Expiring pastAbsenceRows(JdbcClient jdbc, RetentionProperties retention) {
        return new ExpiringTable(
                jdbc,
                "absence",
                "id",
                "until_day < :before",
                now -> LocalDate.ofInstant(now.minus(retention.absences()), ZoneOffset.UTC));
    }
}
