package org.acmconversation.followup;

import static org.acmconversation.database.Timestamps.instant;
import static org.acmconversation.database.Timestamps.requiredInstant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acmconversation.engagement.FollowUps.Missing;
import org.acmconversation.engagement.NextAction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores next actions and notes. Writers must have locked the engagement. */
@Repository
class FollowUpRepository {

    private static final String SELECT = """
            select engagement_id, action, action_date, action_owner, noted_at
            from follow_up
            """;

    private static final String SELECT_NOTES = """
            select id, author, written_at, text, action, action_date, action_owner
            from status_note
            """;

    private final JdbcClient jdbc;

    FollowUpRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An engagement's row. */
    record Known(@Nullable NextAction nextAction, @Nullable Instant notedAt) {}

    Map<UUID, Known> of(Collection<UUID> engagementIds) {
        return engagementIds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(SELECT + "where engagement_id in (:ids)")
                        .param("ids", engagementIds)
                        .query((row, number) -> Map.entry(row.getObject("engagement_id", UUID.class), known(row)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<NextAction> nextAction(UUID engagementId) {
        return Optional.ofNullable(of(List.of(engagementId)).get(engagementId)).map(Known::nextAction);
    }

    void save(UUID engagementId, NextAction action) {
        boolean isNew = write(engagementId, action, """
                update follow_up set action = :action, action_date = :date, action_owner = :owner
                where engagement_id = :engagementId
                """) == 0;
        if (isNew) {
            write(engagementId, action, """
                    insert into follow_up (engagement_id, action, action_date, action_owner)
                    values (:engagementId, :action, :date, :owner)
                    """);
        }
    }

    private int write(UUID engagementId, NextAction action, String statement) {
        return jdbc.sql(statement)
                .param("engagementId", engagementId)
                .param("action", action.action())
                .param("date", action.date())
                .param("owner", action.owner())
                .update();
    }

    void add(UUID engagementId, StatusNote note) {
        NextAction next = note.nextAction();
        jdbc.sql("""
                        insert into status_note
                          (id, engagement_id, author, written_at, text, action, action_date, action_owner)
                        values (:id, :engagementId, :author, :at, :text, :action, :date, :owner)
                        """)
                .param("id", note.id())
                .param("engagementId", engagementId)
                .param("author", note.author())
                .param("at", note.at().atOffset(ZoneOffset.UTC))
                .param("text", note.text())
                .param("action", next == null ? null : next.action())
                .param("date", next == null ? null : next.date())
                .param("owner", next == null ? null : next.owner())
                .update();
        boolean isNew =
                noted(engagementId, note, "update follow_up set noted_at = :at where engagement_id = :engagementId")
                        == 0;
        if (isNew) {
            noted(engagementId, note, "insert into follow_up (engagement_id, noted_at) values (:engagementId, :at)");
        }
    }

    private int noted(UUID engagementId, StatusNote note, String statement) {
        return jdbc.sql(statement)
                .param("engagementId", engagementId)
                .param("at", note.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Returns what is overdue in engagements whose next action has an owner: the note, the next action, or both. */
    List<OverdueFollowUp> overdueOf(String owner, Instant notedBefore, LocalDate today, int limit) {
        return jdbc
                .sql("""
                        select id, action_date, coalesce(noted_at, started_at) as since
                        from follow_up join engagement on id = engagement_id
                        where action_owner = :owner and status = 'RUNNING'
                          and (action_date < :today or coalesce(noted_at, started_at) < :notedBefore)
                        order by id limit :limit
                        """)
                .param("owner", owner)
                .param("today", today)
                .param("notedBefore", notedBefore.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> overdue(row, notedBefore, today))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<OverdueFollowUp> overdue(ResultSet row, Instant notedBefore, LocalDate today)
            throws SQLException {
        UUID engagement = row.getObject("id", UUID.class);
        LocalDate action = row.getObject("action_date", LocalDate.class);
        Instant noted = requiredInstant(row, "since");
        List<OverdueFollowUp> overdue = new ArrayList<>();
        if (noted.isBefore(notedBefore)) {
            overdue.add(new OverdueFollowUp(engagement, Missing.NOTE, noted.toString()));
        }
        if (action.isBefore(today)) {
            overdue.add(new OverdueFollowUp(engagement, Missing.ACTION_OVERDUE, action.toString()));
        }
        return overdue;
    }

    List<StatusNote> notes(UUID engagementId) {
        return jdbc.sql(SELECT_NOTES + "where engagement_id = :engagementId order by written_at desc, id desc")
                .param("engagementId", engagementId)
                .query((row, number) -> new StatusNote(
                        row.getObject("id", UUID.class),
                        row.getString("author"),
                        requiredInstant(row, "written_at"),
                        row.getString("text"),
                        action(row)))
                .list();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(action(row), instant(row, "noted_at"));
    }

    private static @Nullable NextAction action(ResultSet row) throws SQLException {
        String action = row.getString("action");
        return action == null
                ? null
                : new NextAction(action, row.getObject("action_date", LocalDate.class), row.getString("action_owner"));
    }
}
