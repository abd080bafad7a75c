package org.acmconversation.engine.instance;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts process instances with SQL, because the engine's services would load every instance. */
@Component
public class RunningInstances {

    private static final String TOKENS = """
             from ACT_RU_EXECUTION token
            join ACT_RU_EXECUTION instance on instance.ID_ = token.PROC_INST_ID_
            where token.ACT_ID_ is not null and token.IS_EVENT_SCOPE_ = false
              and not exists (select 1 from ACT_RU_EXECUTION child
                              where child.PARENT_ID_ = token.ID_ and child.IS_EVENT_SCOPE_ = false)
              and (token.ACT_INST_ID_ is not null
                   or exists (select 1 from ACT_RU_JOB job where job.EXECUTION_ID_ = token.ID_))
            """;

    private final JdbcClient jdbc;

    RunningInstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A place at which engagements wait.
     *
     * @param activityId activity id, without the engine's suffix for multi-instance bodies
     * @param count number of engagements with a token there
     */
    public record Place(String processDefinitionId, String activityId, long count) {}

    /** Returns the ids of the definitions that process instances run. */
    public List<String> definitions() {
        return jdbc.sql("select distinct PROC_DEF_ID_ from ACT_RU_EXECUTION where PARENT_ID_ is null")
                .query(String.class)
                .list();
    }

    /** Returns the number of engagements: root process instances. */
    public long count() {
        return jdbc.sql("select count(*) from ACT_RU_EXECUTION where ID_ = ROOT_PROC_INST_ID_")
                .query(Long.class)
                .single();
    }

    /** Returns the number of engagements with a process instance of one of these definitions. */
    public long countOf(Collection<String> definitions) {
        return definitions.isEmpty()
                ? 0
                : jdbc.sql("""
                                select count(distinct ROOT_PROC_INST_ID_) from ACT_RU_EXECUTION
                                where PARENT_ID_ is null and PROC_DEF_ID_ in (:definitions)
                                """)
                        .param("definitions", definitions)
                        .query(Long.class)
                        .single();
    }

    /** Returns the ids of the engagements with a process instance of one of these definitions, oldest first. */
    public List<String> rootInstancesOf(Collection<String> definitions) {
        return definitions.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select distinct ROOT_PROC_INST_ID_ from ACT_RU_EXECUTION
                                where PARENT_ID_ is null and PROC_DEF_ID_ in (:definitions)
                                order by ROOT_PROC_INST_ID_
                                """)
                        .param("definitions", definitions)
                        .query(String.class)
                        .list();
    }

    /** Returns the process instances of an engagement with their definitions, callers first. */
    public Map<String, String> instancesOf(String rootInstanceId) {
        Map<String, String> instances = new LinkedHashMap<>();
        jdbc.sql("""
                        select ID_, PROC_DEF_ID_ from ACT_RU_EXECUTION
                        where ROOT_PROC_INST_ID_ = :rootInstanceId and PARENT_ID_ is null order by ID_
                        """).param("rootInstanceId", rootInstanceId).query(row -> {
            instances.put(row.getString(1), row.getString(2));
        });
        return instances;
    }

    /**
     * Returns the places where engagements wait, including those in called processes; a call activity that waits for
     * its called process counts, too.
     */
    public List<Place> places() {
        return jdbc.sql("select token.PROC_DEF_ID_, token.ACT_ID_, count(distinct instance.ROOT_PROC_INST_ID_)" + TOKENS
                        + " group by token.PROC_DEF_ID_, token.ACT_ID_")
                .query((row, number) -> new Place(
                        row.getString(1),
                        row.getString(2).replace(WaitingActivities.MULTI_INSTANCE_BODY, ""),
                        row.getLong(3)))
                .list();
    }

    /** Returns the number of engagements that wait at a place in a process instance without a variable. */
    public long countWithout(String variable, Place place) {
        return at(place, "select count(distinct instance.ROOT_PROC_INST_ID_)", """
                         and not exists (select 1 from ACT_RU_VARIABLE variable
                                         where variable.PROC_INST_ID_ = token.PROC_INST_ID_ and variable.NAME_ = :variable)
                        """)
                .param("variable", variable)
                .query(Long.class)
                .single();
    }

    /** Returns the number of engagements that wait at one of these places. */
    public long countAt(Collection<Place> places) {
        return places.size() == 1
                ? places.iterator().next().count()
                : places.stream()
                        .flatMap(
                                place -> at(place, "select distinct instance.ROOT_PROC_INST_ID_", "")
                                        .query(String.class)
                                        .list()
                                        .stream())
                        .distinct()
                        .count();
    }

    private JdbcClient.StatementSpec at(Place place, String select, String condition) {
        return jdbc.sql(select + TOKENS + " and token.PROC_DEF_ID_ = :definition and token.ACT_ID_ in (:activities)"
                        + condition)
                .param("definition", place.processDefinitionId())
                .param(
                        "activities",
                        List.of(place.activityId(), place.activityId() + WaitingActivities.MULTI_INSTANCE_BODY));
    }
}
