package org.acmconversation.engine;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.acmconversation.expiry.Expiring;
import org.acmconversation.expiry.ExpiringTable;
import org.acmconversation.expiry.RetentionProperties;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of the engine that belong to no process, or to processes that are no longer in its history, because the cleanup
 * of earlier versions left them behind.
 */
@Configuration(proxyBeanMethods = false)
class OrphanedEngineRows {

    /** ACT_RU_AUTHORIZATION.RESOURCE_TYPE_ of a task. */
    private static final int TASK = 7;

    @Bean
    @Order(2)
    Expiring authorizationsOfGoneTasks(JdbcClient jdbc) {
        return new ExpiringTable(jdbc, "act_ru_authorization", "ID_", """
                RESOURCE_TYPE_ = :before and RESOURCE_ID_ <> '*'
                and not exists (select 1 from ACT_RU_TASK t where t.ID_ = RESOURCE_ID_)
                and not exists (select 1 from ACT_HI_TASKINST t where t.ID_ = RESOURCE_ID_)""", now -> TASK);
    }

    @Bean
    @Order(2)
    Expiring operationsOnNoProcess(JdbcClient jdbc, RetentionProperties retention) {
        return new ExpiringTable(jdbc, "act_hi_op_log", "ID_", """
                TIMESTAMP_ < :before
                and not exists (
                  select 1 from ACT_HI_PROCINST p
                  where p.ID_ = coalesce(act_hi_op_log.ROOT_PROC_INST_ID_, act_hi_op_log.PROC_INST_ID_))""", now -> before(now, retention));
    }

    private static LocalDateTime before(Instant now, RetentionProperties retention) {
        return LocalDateTime.ofInstant(now.minus(retention.operations()), ZoneOffset.UTC);
    }

    /** Decisions that were evaluated outside of a process. The engine deletes their inputs and outputs with them. */
    @Bean
    @Order(2)
    Expiring decisionsOfNoProcess(JdbcClient jdbc, HistoryService history, RetentionProperties retention) {
        return new ByEngine(
                jdbc,
                "act_hi_decinst",
                "select ID_ from ACT_HI_DECINST where PROC_INST_ID_ is null and EVAL_TIME_ < :before",
                history::deleteHistoricDecisionInstanceByInstanceId,
                retention);
    }

    @Bean
    @Order(2)
    Expiring endedBatches(JdbcClient jdbc, HistoryService history, RetentionProperties retention) {
        return new ByEngine(
                jdbc,
                "act_hi_batch",
                "select ID_ from ACT_HI_BATCH where END_TIME_ < :before",
                history::deleteHistoricBatch,
                retention);
    }

    private record ByEngine(
            JdbcClient jdbc, String table, String expired, Consumer<String> delete, RetentionProperties retention)
            implements Expiring {

        @Override
        public Map<String, Long> count(Instant now) {
            return Map.of(
                    table,
                    jdbc.sql("select count(*) from (" + expired + ") expired")
                            .param("before", before(now, retention))
                            .query(Long.class)
                            .single());
        }

        @Override
        public Map<String, Long> deleteSome(Instant now) {
            List<String> ids = jdbc.sql(expired + " limit " + ROWS_AT_ONCE)
                    .param("before", before(now, retention))
                    .query(String.class)
                    .list();
            ids.forEach(delete);
            return ids.isEmpty() ? Map.of() : Map.of(table, (long) ids.size());
        }
    }
}
