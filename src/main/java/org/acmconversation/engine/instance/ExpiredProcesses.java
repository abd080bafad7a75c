package org.acmconversation.engine.instance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The history of processes whose model's time to live has passed. The engine's own cleanup is off: it cannot exclude
 * single processes, and it leaves authorizations and the operation log behind.
 */
@Component
public class ExpiredProcesses {

    private static final int PROCESSES_AT_ONCE = 50;

    /** An id that no process has, so that the list in SQL is never empty. */
    private static final String NOBODY = "";

    private static final String EXPIRED = """
            select %s from ACT_HI_PROCINST
            where SUPER_PROCESS_INSTANCE_ID_ is null and END_TIME_ < :before
              and PROC_DEF_ID_ in (select ID_ from ACT_RE_PROCDEF where HISTORY_TTL_ = :days)
              and (BUSINESS_KEY_ is null or BUSINESS_KEY_ not in (:held))""";

    private final EngineData data;
    private final JdbcClient jdbc;

    ExpiredProcesses(EngineData data, JdbcClient jdbc) {
        this.data = data;
        this.jdbc = jdbc;
    }

    /** SQL condition: no process with the id is running or in the history. */
    public static String isGone(String id) {
        return "not exists (select 1 from ACT_HI_PROCINST where ID_ = %s)".formatted(id);
    }

    /** SQL condition: no process with the business key is running or in the history. */
    public static String areGone(String businessKey) {
        return "not exists (select 1 from ACT_HI_PROCINST where BUSINESS_KEY_ = %s)".formatted(businessKey);
    }

    /**
     * Counts the rows by table.
     *
     * @param held business keys of processes to keep
     */
    public Map<String, Long> count(Instant now, Collection<String> held) {
        Map<String, Long> rows = new HashMap<>();
        for (int days : timesToLive()) {
            for (String table : EngineData.TABLES) {
                long count = expired(
                                "select count(*) from %s where ROOT_PROC_INST_ID_ in (%s)"
                                        .formatted(table, EXPIRED.formatted("ID_")),
                                days,
                                now,
                                held)
                        .query(Long.class)
                        .single();
                rows.merge(table.toLowerCase(Locale.ROOT), count, Long::sum);
            }
        }
        return rows;
    }

    /**
     * Deletes the history of a batch of them.
     *
     * @param held business keys of processes to keep
     * @param heldMeanwhile locks the engagements with some business keys; returns the keys that are held by then
     * @return deleted rows by table; empty if nothing is left
     */
    public Map<String, Long> deleteSome(
            Instant now, Collection<String> held, Function<Collection<String>, Collection<String>> heldMeanwhile) {
        for (int days : timesToLive()) {
            Map<String, String> keys = new LinkedHashMap<>();
            expired(
                            EXPIRED.formatted("ID_, BUSINESS_KEY_") + " order by END_TIME_ limit " + PROCESSES_AT_ONCE,
                            days,
                            now,
                            held)
                    .query(row -> {
                        keys.put(row.getString(1), Objects.requireNonNullElse(row.getString(2), NOBODY));
                    });
            keys.values().removeAll(heldMeanwhile.apply(Set.copyOf(keys.values())));
            Set<String> roots = keys.keySet();
            if (!roots.isEmpty()) {
                Map<String, Long> rows = new HashMap<>();
                data.delete(roots).forEach((table, count) -> rows.put(table, count.longValue()));
                return rows;
            }
        }
        return Map.of();
    }

    private List<Integer> timesToLive() {
        return jdbc.sql("select distinct HISTORY_TTL_ from ACT_RE_PROCDEF where HISTORY_TTL_ is not null")
                .query(Integer.class)
                .list();
    }

    private JdbcClient.StatementSpec expired(String statement, int days, Instant now, Collection<String> held) {
        return jdbc.sql(statement)
                .param("days", days)
                .param("before", LocalDateTime.ofInstant(now.minus(Duration.ofDays(days)), ZoneOffset.UTC))
                .param("held", held.isEmpty() ? List.of(NOBODY) : held);
    }
}
