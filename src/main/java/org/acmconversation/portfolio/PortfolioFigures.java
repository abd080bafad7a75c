package org.acmconversation.portfolio;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the counters. Only one transaction at a time changes them. */
@Repository
class PortfolioFigures {

    private static final List<String> FIGURE =
            List.of("service", "initiative", "on_day", "measure", "segment", "process_id", "activity_id", "bucket");
    private static final List<String> OPEN =
            List.of("service", "initiative", "segment", "process_id", "activity_id", "roles", "due_hour");

    private static final List<String> OPEN_AT_PLACE =
            Stream.concat(OPEN.stream(), Stream.of("country", "time_zone")).toList();

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    PortfolioFigures(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void deleteAll() {
        jdbc.sql("delete from portfolio_figure").update();
        jdbc.sql("delete from portfolio_open").update();
        jdbc.sql("delete from portfolio_open_at_place").update();
    }

    /** Adds to the counters; the numbers may be negative. */
    void add(Counts counts) {
        add("portfolio_figure", FIGURE, counts.figures(), PortfolioFigures::key);
        add("portfolio_open", OPEN, counts.open(), PortfolioFigures::key);
        add("portfolio_open_at_place", OPEN_AT_PLACE, counts.openAtPlaces(), PortfolioFigures::key);
    }

    private <K> void add(
            String table, List<String> columns, Map<K, Long> numbers, Function<K, MapSqlParameterSource> key) {
        List<SqlParameterSource> rows = new ArrayList<>();
        numbers.forEach((row, number) -> rows.add(key.apply(row).addValue("number", number)));
        if (rows.isEmpty()) {
            return;
        }
        String condition = String.join(
                " and ",
                columns.stream().map(column -> column + " = :" + column).toList());
        int[] updated = batches.batchUpdate(
                "update %s set number = number + :number where %s".formatted(table, condition),
                rows.toArray(SqlParameterSource[]::new));
        List<SqlParameterSource> isNew = new ArrayList<>();
        List<SqlParameterSource> reduced = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                isNew.add(rows.get(i));
            } else if ((Long) rows.get(i).getValue("number") < 0) {
                reduced.add(rows.get(i));
            }
        }
        batches.batchUpdate(
                "insert into %s (%s, number) values (:%s, :number)"
                        .formatted(table, String.join(", ", columns), String.join(", :", columns)),
                isNew.toArray(SqlParameterSource[]::new));
        batches.batchUpdate(
                "delete from %s where %s and number = 0".formatted(table, condition),
                reduced.toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource key(Counts.Figure figure) {
        return new MapSqlParameterSource("service", figure.service())
                .addValue("initiative", figure.initiative())
                .addValue("on_day", figure.day())
                .addValue("measure", figure.measure().name())
                .addValue("segment", figure.segment())
                .addValue("process_id", figure.processId())
                .addValue("activity_id", figure.activityId())
                .addValue("bucket", figure.bucket());
    }

    private static MapSqlParameterSource key(Counts.OpenAtPlace open) {
        return key(open.open())
                .addValue("country", Objects.requireNonNullElse(open.place().country(), ""))
                .addValue("time_zone", Objects.requireNonNullElse(open.place().timeZone(), ""));
    }

    private static MapSqlParameterSource key(Counts.Open open) {
        return new MapSqlParameterSource("service", open.service())
                .addValue("initiative", open.initiative())
                .addValue("segment", open.segment())
                .addValue("process_id", open.processId())
                .addValue("activity_id", open.activityId())
                .addValue("roles", open.roles())
                .addValue("due_hour", open.dueHour().atOffset(ZoneOffset.UTC));
    }
}
