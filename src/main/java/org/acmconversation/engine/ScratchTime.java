package org.acmconversation.engine;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * Advances time in a scratch database by moving every timestamp except those of the engine's history into the past. The
 * engine's clock is not changed, because it is shared by the whole JVM.
 */
public class ScratchTime {

    private static final String AGED = "\"%1$s\" = dateadd('MILLISECOND', -:ms, \"%1$s\")";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** The tables do not change once the engine has started. */
    private final SingletonSupplier<List<String>> updates = SingletonSupplier.of(this::updates);

    ScratchTime(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Moment(String table, String column) {}

    private record Text(String id, String text) {}

    /** Moves due dates, creation times, and the dates and times in process variables into the past. */
    public void pass(Duration time) {
        transaction.executeWithoutResult(status -> {
            updates.obtain()
                    .forEach(update ->
                            jdbc.sql(update).param("ms", time.toMillis()).update());
            ageTexts("ACT_RU_VARIABLE", "TEXT_", time);
            ageTexts("ACT_RU_JOB", "REPEAT_", time);
        });
    }

    /** The engine's history is not changed, because nobody reads it while a scenario runs. */
    private List<String> updates() {
        return jdbc.sql("""
                        select c.TABLE_NAME, c.COLUMN_NAME
                        from INFORMATION_SCHEMA.COLUMNS c join INFORMATION_SCHEMA.TABLES t
                          on t.TABLE_SCHEMA = c.TABLE_SCHEMA and t.TABLE_NAME = c.TABLE_NAME
                        where c.TABLE_SCHEMA = schema() and t.TABLE_TYPE = 'BASE TABLE'
                          and c.DATA_TYPE like 'TIMESTAMP%' and c.TABLE_NAME not like 'ACT\\_HI\\_%'
                        """).query((row, number) -> new Moment(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.groupingBy(
                        Moment::table,
                        Collectors.mapping(moment -> AGED.formatted(moment.column()), Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(table -> "update \"%s\" set %s".formatted(table.getKey(), table.getValue()))
                .toList();
    }

    private void ageTexts(String table, String column, Duration time) {
        jdbc.sql("select ID_, %1$s from %2$s where %1$s is not null".formatted(column, table))
                .query((row, number) -> new Text(row.getString(1), row.getString(2)))
                .list()
                .forEach(stored -> aged(stored.text(), time)
                        .ifPresent(text -> jdbc.sql("update %s set %s = :text where ID_ = :id".formatted(table, column))
                                .param("text", text)
                                .param("id", stored.id())
                                .update()));
    }

    /** Variables have the date format of forms; repeating timers look like {@code R3/2026-11-28T09:00:00/P1D}. */
    static Optional<String> aged(String text, Duration time) {
        String[] parts = text.split("/", -1);
        try {
            if (parts.length == 3 && text.startsWith("R")) {
                return Optional.of("%s/%s/%s"
                        .formatted(parts[0], LocalDateTime.parse(parts[1]).minus(time), parts[2]));
            }
            return text.contains("T")
                    ? Optional.of(OffsetDateTime.parse(text).minus(time).toString())
                    : Optional.empty();
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
