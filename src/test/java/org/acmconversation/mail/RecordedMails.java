package org.acmconversation.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.database.StoredJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** The outbox of an application with a mail server that is never called. */
public class RecordedMails {

    private final MailOutbox outbox;
    private final JdbcTemplate database;
    private final Mails mails;

    public RecordedMails(JdbcClient jdbc, JdbcTemplate database, StoredJson json, Clock clock) {
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

    /** Returns the emails about an engagement that a composer would send now, by recipient. */
    public List<Mail> waiting(UUID engagementId, MailComposer composer) {
        return database
                .query(
                        "select mail_key, reference from mail where engagement_id = ? and status = 'WAITING'",
                        (row, number) ->
                                composer.compose(row.getString("mail_key"), engagementId, row.getString("reference")),
                        engagementId)
                .stream()
                .flatMap(Optional::stream)
                .sorted((one, other) -> one.to().address().compareTo(other.to().address()))
                .toList();
    }

    /** Simulates that the mail server has permanently refused everything. */
    public void refuse(UUID engagementId) {
        database.update("update mail set status = 'DEAD', due_at = null where engagement_id = ?", engagementId);
    }

    /** Returns the recipients of all emails about an engagement. */
    public List<String> kept(UUID engagementId) {
        return database.queryForList(
                "select reference from mail where engagement_id = ? and reference is not null",
                String.class,
                engagementId);
    }

    /** Simulates that the mail server has accepted everything. */
    public void send(UUID engagementId) {
        database.update(
                "update mail set status = 'SENT', content = null, reference = null, due_at = null, attempts = 1 where engagement_id = ?"
                        + " and status = 'WAITING'",
                engagementId);
    }
}
