package org.acmconversation.portfolio;

import static org.acmconversation.database.Timestamps.requiredInstant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acmconversation.engagement.Location;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the counters that a query selects. */
@Repository
class PortfolioReads {

    private static final Location USUAL = new Location(null, null);

    private final JdbcClient jdbc;

    PortfolioReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counters of a period. */
    record Sum(Measure measure, String processId, String activityId, int bucket, long number) {}

    /** Counters of a day. */
    record Day(LocalDate day, Measure measure, long number) {}

    /** Open tasks that are due at a time, or in the hour that begins at it. */
    record Open(String processId, String activityId, String roles, Instant due, long number) {}

    /** Open tasks of engagements at a place. */
    record OpenAt(Open open, Location place) {}

    List<Sum> sums(PortfolioQuery query) {
        return jdbc.sql("select measure, process_id, activity_id, bucket, sum(number) as number from portfolio_figure"
                        + conditions(query) + " group by measure, process_id, activity_id, bucket")
                .params(parameters(query))
                .query((row, number) -> new Sum(
                        Measure.valueOf(row.getString("measure")),
                        row.getString("process_id"),
                        row.getString("activity_id"),
                        row.getInt("bucket"),
                        row.getLong("number")))
                .list();
    }

    List<Day> days(PortfolioQuery query) {
        return jdbc.sql("select on_day, measure, sum(number) as number from portfolio_figure" + conditions(query)
                        + " and measure in ('STATUS', 'ENDED') group by on_day, measure order by on_day")
                .params(parameters(query))
                .query((row, number) -> new Day(
                        row.getObject("on_day", LocalDate.class),
                        Measure.valueOf(row.getString("measure")),
                        row.getLong("number")))
                .list();
    }

    private static String conditions(PortfolioQuery query) {
        return " where service = :service and initiative = :initiative"
                + (query.from() == null ? "" : " and on_day >= :from")
                + (query.to() == null ? "" : " and on_day < :to")
                + (query.segment() == null ? "" : " and segment = :segment");
    }

    /** Returns the number of open tasks by the hour in which they are due. */
    List<Open> open(PortfolioQuery query) {
        return jdbc.sql("""
                        select process_id, activity_id, roles, due_hour as due, sum(number) as number from portfolio_open
                        where service = :service and initiative = :initiative %s
                        group by process_id, activity_id, roles, due_hour
                        """.formatted(query.segment() == null ? "" : "and segment = :segment"))
                .params(parameters(query))
                .query((row, number) -> open(row))
                .list();
    }

    /** Returns the number of open tasks by place and by the hour in which they are due, of some hours. */
    List<OpenAt> openAtPlaces(OpenTaskCounts.Hours hours, PortfolioQuery query) {
        return jdbc.sql("""
                        select process_id, activity_id, roles, due_hour as due, country, time_zone, sum(number) as number
                        from portfolio_open_at_place
                        where service = :service and initiative = :initiative
                          and due_hour >= :begin and due_hour < :end %s
                        group by process_id, activity_id, roles, due_hour, country, time_zone
                        """.formatted(query.segment() == null ? "" : "and segment = :segment"))
                .params(parameters(query))
                .param("begin", hours.from().atOffset(ZoneOffset.UTC))
                .param("end", hours.to().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new OpenAt(open(row), PortfolioRows.place(row)))
                .list();
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getString("process_id"),
                row.getString("activity_id"),
                row.getString("roles"),
                requiredInstant(row, "due"),
                row.getLong("number"));
    }

    /**
     * Returns the number of open tasks that are due in some hours by due date and, if the place matters, by place.
     * Tables that are not needed are not joined: with a million engagements, thousands of tasks are due in an hour.
     */
    List<OpenAt> openIn(OpenTaskCounts.Hours hours, PortfolioQuery query) {
        String traits = (query.segment() == null ? "" : " and counted.segment = :segment")
                + (query.service() == null ? "" : " and array_contains(counted.services, :service)")
                + (query.initiative() == null ? "" : " and array_contains(counted.initiatives, :initiative)");
        String counted = traits.isEmpty() && !hours.byPlace()
                ? ""
                : "join portfolio_engagement counted on counted.engagement_id = task.engagement_id";
        String place = hours.byPlace() ? ", country, time_zone" : "";
        return jdbc.sql("""
                        select process_id, activity_id, roles, open_due_at as due%1$s, count(*) as number
                        from portfolio_task task %2$s
                        where open_due_at >= :begin and open_due_at < :end%3$s
                        group by process_id, activity_id, roles, open_due_at%1$s
                        """.formatted(place, counted, traits))
                .params(parameters(query))
                .param("begin", hours.from().atOffset(ZoneOffset.UTC))
                .param("end", hours.to().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new OpenAt(open(row), hours.byPlace() ? PortfolioRows.place(row) : USUAL))
                .list();
    }

    private static Map<String, Object> parameters(PortfolioQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("service", query.service() == null ? Counts.ANY : query.service());
        parameters.put(
                "initiative",
                query.initiative() == null ? Counts.ANY : query.initiative().name());
        parameters.put(
                "segment", query.segment() == null ? null : query.segment().name());
        parameters.put("from", query.from());
        parameters.put("to", query.to());
        return parameters;
    }
}
