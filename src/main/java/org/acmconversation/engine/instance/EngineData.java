package org.acmconversation.engine.instance;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.StoredRows;
import org.acmconversation.personaldata.Subject;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's history of the processes with an engagement's business key, and of those that they called. The engine
 * deletes most of it with the process instances; the rest has no deletion in its API.
 */
@Component
public class EngineData implements PersonalData {

    private static final String OF_ROOTS = "ROOT_PROC_INST_ID_ in (:roots)";

    /** Tables of the engine's history whose rows name their process. */
    static final Set<String> TABLES = new TreeSet<>(Set.of(
            "ACT_HI_PROCINST",
            "ACT_HI_ACTINST",
            "ACT_HI_TASKINST",
            "ACT_HI_VARINST",
            "ACT_HI_DETAIL",
            "ACT_HI_COMMENT",
            "ACT_HI_ATTACHMENT",
            "ACT_HI_INCIDENT",
            "ACT_HI_JOB_LOG",
            "ACT_HI_DECINST",
            "ACT_HI_DEC_IN",
            "ACT_HI_DEC_OUT",
            "ACT_HI_OP_LOG",
            "ACT_HI_IDENTITYLINK",
            "ACT_GE_BYTEARRAY"));

    private static final String AUTHORIZATIONS = "ACT_RU_AUTHORIZATION";

    private final HistoryService history;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final StoredRows rows;

    EngineData(HistoryService history, RuntimeService runtime, JdbcClient jdbc, StoredRows rows) {
        this.history = history;
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Whether a process with the business key is running. */
    public boolean isRunning(String businessKey) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0;
    }

    /** Returns the engagement with the ids of its tasks, open and ended ones. */
    public Subject subject(UUID engagementId) {
        Set<String> roots = roots(engagementId);
        return new Subject(
                engagementId,
                roots.isEmpty()
                        ? Set.of()
                        : new LinkedHashSet<>(jdbc.sql("select ID_ from ACT_HI_TASKINST where " + OF_ROOTS)
                                .param("roots", roots)
                                .query(String.class)
                                .list()));
    }

    private Set<String> roots(UUID engagementId) {
        return new LinkedHashSet<>(
                jdbc.sql("select coalesce(ROOT_PROC_INST_ID_, ID_) from ACT_HI_PROCINST where BUSINESS_KEY_ = :key")
                        .param("key", engagementId.toString())
                        .query(String.class)
                        .list());
    }

    @Override
    public Set<String> erased() {
        return TABLES.stream().map(EngineData::lower).collect(Collectors.toSet());
    }

    @Override
    public Map<String, List<Map<String, Object>>> export(Subject subject) {
        Set<String> roots = roots(subject.engagementId());
        Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
        if (!roots.isEmpty()) {
            TABLES.forEach(table -> tables.put(lower(table), rows.read(table, OF_ROOTS, Map.of("roots", roots))));
        }
        return tables;
    }

    @Override
    public Map<String, Integer> erase(Subject subject) {
        return delete(roots(subject.engagementId()));
    }

    /**
     * Deletes the history of processes that have ended, and the data of their tasks.
     *
     * @param roots root process instances
     * @return deleted rows by table
     */
    Map<String, Integer> delete(Set<String> roots) {
        Map<String, Integer> deleted = new HashMap<>();
        if (roots.isEmpty()) {
            return deleted;
        }
        TABLES.forEach(table -> deleted.put(lower(table), count(table, roots)));
        List<String> tasks = ids("ACT_HI_TASKINST", roots);
        ids("ACT_HI_DECINST", roots).forEach(history::deleteHistoricDecisionInstanceByInstanceId);
        history.deleteHistoricProcessInstancesIfExists(ids("ACT_HI_PROCINST", roots));
        TABLES.forEach(table -> jdbc.sql("delete from " + table + " where " + OF_ROOTS)
                .param("roots", roots)
                .update());
        if (!tasks.isEmpty()) {
            deleted.put(
                    lower(AUTHORIZATIONS),
                    jdbc.sql("delete from " + AUTHORIZATIONS + " where RESOURCE_ID_ in (:tasks)")
                            .param("tasks", tasks)
                            .update());
        }
        return deleted;
    }

    private List<String> ids(String table, Set<String> roots) {
        return jdbc.sql("select ID_ from " + table + " where " + OF_ROOTS)
                .param("roots", roots)
                .query(String.class)
                .list();
    }

    private int count(String table, Set<String> roots) {
        return jdbc.sql("select count(*) from " + table + " where " + OF_ROOTS)
                .param("roots", roots)
                .query(Integer.class)
                .single();
    }

    private static String lower(String table) {
        return table.toLowerCase(Locale.ROOT);
    }
}
