package org.acmconversation.webhook;

import static org.acmconversation.database.Timestamps.requiredInstant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.database.PageRequest;
import org.acmconversation.outbound.UnknownDeadLetterException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Lists, replays and discards dead letters. A dead letter blocks the later events of its engagement. */
@Service
@Transactional
public class DeadLetters {

    private static final String REPLAY =
            "update webhook_message set status = 'WAITING', attempts = 0, due_at = :now, finished_at = null"
                    + " where status = 'DEAD'";

    private static final String SELECT = """
            select m.id, m.engagement_id, m.number, m.type, m.attempts, m.failure, m.created_at, m.finished_at,
              s.last_number - m.number as waiting_behind
            from webhook_message m join webhook_stream s on s.engagement_id = m.engagement_id
            """;

    private final JdbcClient jdbc;
    private final WebhookMessages messages;
    private final AuditTrail audit;
    private final Clock clock;

    DeadLetters(JdbcClient jdbc, WebhookMessages messages, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns a page of dead letters, and their total from the same snapshot. */
    @Transactional(readOnly = true, isolation = Isolation.SERIALIZABLE)
    public DeadLetterPage find(PageRequest request) {
        long total = jdbc.sql("select count(*) from webhook_message where status = 'DEAD'")
                .query(Long.class)
                .single();
        List<DeadLetter> items = jdbc.sql(SELECT + """
                        where m.status = 'DEAD'
                        order by m.finished_at desc, m.id limit :limit offset :offset
                        """)
                .param("limit", request.size())
                .param("offset", request.offset())
                .query(DeadLetters::deadLetter)
                .list();
        return new DeadLetterPage(items, request.page(), request.size(), total);
    }

    /**
     * Sends a dead letter again, with the full number of attempts.
     *
     * @throws UnknownDeadLetterException if there is no dead letter with this id
     */
    public void replay(UUID id) {
        UUID engagementId = get(id).engagementId();
        jdbc.sql(REPLAY + " and id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
        audit.recordOfCaller("dead-letter.replay", id.toString(), engagementId, Map.of());
    }

    /** Sends all dead letters again; returns their number. */
    public int replayAll() {
        int replayed = jdbc.sql(REPLAY).param("now", OffsetDateTime.now(clock)).update();
        audit.recordOfCaller("dead-letter.replay", null, null, Map.of("count", replayed));
        return replayed;
    }

    /**
     * Discards a dead letter: the receiver never gets it, and the later events of its engagement are sent.
     *
     * @throws UnknownDeadLetterException if there is no dead letter with this id
     */
    public void discard(UUID id) {
        DeadLetter letter = get(id);
        messages.finish(id, letter.engagementId(), letter.number(), "DISCARDED");
        audit.recordOfCaller("dead-letter.discard", id.toString(), letter.engagementId(), Map.of());
    }

    private DeadLetter get(UUID id) {
        return jdbc.sql(SELECT + """
                        where m.status = 'DEAD' and m.id = :id
                        """)
                .param("id", id)
                .query(DeadLetters::deadLetter)
                .optional()
                .orElseThrow(() -> new UnknownDeadLetterException(id));
    }

    private static DeadLetter deadLetter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getObject("engagement_id", UUID.class),
                row.getLong("number"),
                row.getString("type"),
                row.getInt("attempts"),
                row.getString("failure"),
                requiredInstant(row, "created_at"),
                requiredInstant(row, "finished_at"),
                row.getLong("waiting_behind"));
    }
}
