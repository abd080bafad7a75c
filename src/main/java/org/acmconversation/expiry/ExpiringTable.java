package org.acmconversation.expiry;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of one table that meet a condition. */
public final class ExpiringTable implements Expiring {

    private final JdbcClient jdbc;
    private final String table;
    private final String key;
    private final String condition;
    private final Function<Instant, Object> before;

    /**
     * @param key the columns of the primary key, separated by commas
     * @param condition in SQL: which rows, with the parameter {@code before}
     * @param before computes the parameter from the time of the cleanup
     */
    public ExpiringTable(
            JdbcClient jdbc, String table, String key, String condition, Function<Instant, Object> before) {
        this.jdbc = jdbc;
        this.table = table;
        this.key = key;
        this.condition = condition;
        this.before = before;
    }

    @Override
    public Map<String, Long> count(Instant now) {
        return Map.of(
                table,
                jdbc.sql("select count(*) from %s where %s".formatted(table, condition))
                        .param("before", before.apply(now))
                        .query(Long.class)
                        .single());
    }

    @Override
    public Map<String, Long> deleteSome(Instant now) {
        long deleted = jdbc.sql("delete from %1$s where (%2$s) in (select %2$s from %1$s where %3$s limit %4$d)"
                        .formatted(table, key, condition, ROWS_AT_ONCE))
                .param("before", before.apply(now))
                .update();
        return deleted == 0 ? Map.of() : Map.of(table, deleted);
    }
}
