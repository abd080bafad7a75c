package org.acmconversation.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import org.acmconversation.contract.OnPostgreSql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Whether a rebuild takes minutes or hours with a million engagements. It is rolled back. */
@OnPostgreSql
@Transactional
class RebuildOnPostgreSqlTest {

    private static final int TASKS = 500;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PortfolioCount count;

    @Test
    void findsEachTaskByIndexAlsoInATableThatWasNearlyEmpty() {
        jdbc.sql("truncate portfolio_task").update();
        jdbc.sql("""
                insert into portfolio_task (task_id, engagement_id, process_id, activity_id, roles, opened_at, completed)
                values ('old', gen_random_uuid(), 'acm-conversation', 'scheduleConversation', '', now(), false)
                """).update();
        jdbc.sql("analyze portfolio_task").update();
        jdbc.sql("""
                insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, START_TIME_, STATE_)
                select 'rebuild-' || number, 'rebuild-' || number, cast(gen_random_uuid() as varchar), 'conversation',
                  now(), 'ACTIVE'
                from generate_series(1, :tasks) number
                """).param("tasks", TASKS).update();
        jdbc.sql("""
                insert into ACT_HI_TASKINST (ID_, PROC_INST_ID_, PROC_DEF_KEY_, TASK_DEF_KEY_, START_TIME_)
                select ID_, ID_, 'acm-conversation', 'scheduleConversation', now()
                from ACT_HI_PROCINST where ID_ like 'rebuild-%'
                """).update();
        long before = scanned();

        assertThat(count.rebuild().tasks()).isGreaterThanOrEqualTo(TASKS);

        assertThat(scanned() - before).isZero();
    }

    /** Returns the rows that the transaction has read by sequential scans of the table. */
    private long scanned() {
        return jdbc.sql("select seq_tup_read from pg_stat_xact_user_tables where relname = 'portfolio_task'")
                .query(Long.class)
                .single();
    }
}
