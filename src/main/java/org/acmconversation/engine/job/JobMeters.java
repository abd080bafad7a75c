package org.acmconversation.engine.job;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.acmconversation.operations.CachedQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Metrics of due and failed jobs. */
@Component
class JobMeters {

    private static final String RUNNABLE = " from ACT_RU_JOB where RETRIES_ > 0 and SUSPENSION_STATE_ = 1 and ";

    private final JdbcClient jdbc;
    private final Clock clock;

    private record Due(long jobs, @Nullable Instant oldest) {}

    private record GivenUp(long jobs, long incidents) {}

    JobMeters(JdbcClient jdbc, Clock clock, CachedQueries queries) {
        this.jdbc = jdbc;
        this.clock = clock;
        queries.of(this::due)
                .gauge("acm.jobs.due", "Jobs that are due, including those that are running", Due::jobs)
                .gauge("acm.jobs.lag", "Seconds since the oldest due job became due", this::lag);
        queries.of(this::givenUp)
                .gauge("acm.jobs.failed", "Jobs without retries left", GivenUp::jobs)
                .gauge("acm.incidents", "Open incidents, which an operator has to resolve", GivenUp::incidents);
    }

    /** Two queries, each of which can use an index. */
    private Due due() {
        return jdbc.sql("select count(*) as jobs, min(since) as oldest from (select CREATE_TIME_ as since" + RUNNABLE
                        + "DUEDATE_ is null union all select DUEDATE_ as since" + RUNNABLE + "DUEDATE_ <= :now) due")
                // The engine stores local times without a zone.
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> {
                    Timestamp oldest = row.getTimestamp("oldest");
                    return new Due(row.getLong("jobs"), oldest == null ? null : oldest.toInstant());
                })
                .single();
    }

    private double lag(Due due) {
        return due.oldest() == null
                ? 0
                : Math.max(0, Duration.between(due.oldest(), clock.instant()).toMillis() / 1000.0);
    }

    private GivenUp givenUp() {
        return jdbc.sql("""
                        select (select count(*) from ACT_RU_JOB where RETRIES_ = 0) as jobs,
                               (select count(*) from ACT_RU_INCIDENT) as incidents
                        """)
                .query((row, number) -> new GivenUp(row.getLong("jobs"), row.getLong("incidents")))
                .single();
    }
}
