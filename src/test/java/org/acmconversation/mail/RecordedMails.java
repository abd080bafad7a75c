package org.acmconversation.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** The outbox of a service that has a mail server, which nobody empties. */
public class RecordedMails {

    private final MailOutbox outbox;
    private final JdbcTemplate database;
    private final Mails mails;

    public RecordedMails(JdbcClient jdbc, JdbcTemplate database, ObjectMapper json, Clock clock) {
        this.outbox = new MailOutbox(
                jdbc,
                json,
                new MailProperties("acm@example.org", "ACM", Duration.ofDays(3), Duration.ofDays(90)),
                clock);
        this.database = database;
        this.mails = new Mails(outbox, new MockEnvironment().withProperty(ConditionalOnMail.HOST, "localhost"));
    }

    public Mails mails() {
        return mails;
    }

    /** What waits to be sent about an engagement, by recipient. */
    public List<Mail> waiting(UUID engagementId) {
        return database
                .queryForList(
                        "select content from mail where engagement_id = ? and status = 'WAITING'",
                        String.class,
                        engagementId)
                .stream()
                .map(outbox::read)
                .sorted((one, other) -> one.to().address().compareTo(other.to().address()))
                .toList();
    }

    /** As if the mail server had taken everything. */
    public void send(UUID engagementId) {
        database.update(
                "update mail set status = 'SENT', content = null, due_at = null, attempts = 1 where engagement_id = ?"
                        + " and status = 'WAITING'",
                engagementId);
    }
}
