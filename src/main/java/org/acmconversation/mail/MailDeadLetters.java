package org.acmconversation.mail;

import static org.acmconversation.database.Timestamps.requiredInstant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.database.PageRequest;
import org.acmconversation.outbound.UnknownDeadLetterException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Lists, replays and discards emails that could not be sent. */
@Service
@Transactional
public class MailDeadLetters {

    private static final String REPLAY =
            "update mail set status = 'WAITING', attempts = 0, due_at = :now, give_up_at = :giveUpAt, finished_at = null"
                    + " where status = 'DEAD'";

    private static final String SELECT = """
            select id, engagement_id, content, reference, attempts, failure, created_at, finished_at
            from mail
            """;

    private final JdbcClient jdbc;
    private final MailOutbox outbox;
    private final MailProperties properties;
    private final AuditTrail audit;
    private final Clock clock;

    MailDeadLetters(JdbcClient jdbc, MailOutbox outbox, MailProperties properties, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns a page of dead letters, and their total from the same snapshot. */
    @Transactional(readOnly = true, isolation = Isolation.SERIALIZABLE)
    public MailDeadLetterPage find(PageRequest request) {
        List<MailDeadLetter> items = jdbc.sql(SELECT + """
                        where status = 'DEAD'
                        order by finished_at desc, id limit :limit offset :offset
                        """)
                .param("limit", request.size())
                .param("offset", request.offset())
                .query(this::deadLetter)
                .list();
        return new MailDeadLetterPage(items, request.page(), request.size(), outbox.countWith("DEAD"));
    }

    /**
     * Sends a dead letter again, and tries for the full time.
     *
     * @throws UnknownDeadLetterException if there is no dead letter with this id
     */
    public void replay(UUID id) {
        check(id, replay(jdbc.sql(REPLAY + " and id = :id").param("id", id)));
        audit.recordOfCaller("mail.replay", id.toString(), null, Map.of());
    }

    /** Sends all dead letters again; returns their number. */
    public int replayAll() {
        int replayed = replay(jdbc.sql(REPLAY));
        audit.recordOfCaller("mail.replay", null, null, Map.of("count", replayed));
        return replayed;
    }

    private int replay(JdbcClient.StatementSpec statement) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return statement
                .param("now", now)
                .param("giveUpAt", now.plus(properties.giveUpAfter()))
                .update();
    }

    /**
     * Discards a dead letter, which is never sent then.
     *
     * @throws UnknownDeadLetterException if there is no dead letter with this id
     */
    public void discard(UUID id) {
        check(
                id,
                jdbc.sql("select count(*) from mail where status = 'DEAD' and id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single());
        outbox.finish(id, "DISCARDED");
        audit.recordOfCaller("mail.discard", id.toString(), null, Map.of());
    }

    private static void check(UUID id, int found) {
        if (found == 0) {
            throw new UnknownDeadLetterException(id);
        }
    }

    private String recipient(@Nullable String content, @Nullable String reference) {
        return content == null
                ? String.valueOf(reference)
                : outbox.read(content).to().address();
    }

    private MailDeadLetter deadLetter(ResultSet row, int number) throws SQLException {
        return new MailDeadLetter(
                row.getObject("id", UUID.class),
                row.getObject("engagement_id", UUID.class),
                recipient(row.getString("content"), row.getString("reference")),
                row.getInt("attempts"),
                row.getString("failure"),
                requiredInstant(row, "created_at"),
                requiredInstant(row, "finished_at"));
    }
}
