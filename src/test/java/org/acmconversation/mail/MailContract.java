package org.acmconversation.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.SettableClock;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.database.PageRequest;
import org.acmconversation.database.StoredJson;
import org.acmconversation.mail.Mail.CalendarPart;
import org.acmconversation.operations.SharedWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** Emails arrive once, whatever the mail server does. The application of these tests has no mail server. */
@ExtendWith(OutputCaptureExtension.class)
abstract class MailContract {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T10:00:00Z"));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate database;

    @Autowired
    StoredJson json;

    @Autowired
    SharedWork work;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    private MailFixture bench;
    private MailOutbox outbox;
    private Mails mails;

    @BeforeEach
    void start() {
        database.update("delete from mail");
        server.start();
        bench = new MailFixture(jdbc, json, work, clock);
        outbox = bench.outbox();
        mails = bench.mails();
    }

    @AfterEach
    void stop() {
        server.stop();
        database.update("delete from mail");
    }

    private MailDelivery delivery(int port) {
        return bench.delivery(port);
    }

    private void send() {
        delivery(server.getSmtp().getPort()).sendWhatIsDue();
    }

    private static Mail mail(String key, String to) {
        return new Mail(key, null, new MailAddress(to, "Ana"), "Tareas de hoy", "Hola", null, null, null);
    }

    @Test
    void sendsTextHtmlAndInvitation() throws Exception {
        mails.send(new Mail(
                "invitation-1",
                UUID.randomUUID(),
                new MailAddress("ana@contoso.example", "Ana Muñoz"),
                "Conversación ACM",
                "Mañana",
                "<p>Mañana</p>",
                new CalendarPart(CalendarPart.Method.REQUEST, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
                URI.create("https://acm.example.org/notifications/abc")));

        send();

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Conversación ACM");
        assertThat(received.getHeader("To", null)).contains("<ana@contoso.example>");
        assertThat(received.getHeader("Message-ID", null)).matches("<[0-9a-f]{64}@example\\.org>");
        assertThat(received.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(received.getHeader("List-Unsubscribe", null))
                .isEqualTo("<https://acm.example.org/notifications/abc>");
        assertThat(received.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        var parts = (MimeMultipart) received.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(text(parts, 0)).isEqualTo("Mañana");
        assertThat(text(parts, 1)).isEqualTo("<p>Mañana</p>");
        assertThat(parts.getBodyPart(2).getContentType()).contains("text/calendar", "method=REQUEST");
        assertThat(text(parts, 2)).startsWith("BEGIN:VCALENDAR\r\n");
    }

    private static String text(MimeMultipart parts, int index) throws Exception {
        return new String(parts.getBodyPart(index).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void sendsAMailQueuedSeveralTimesOnce() {
        assertThat(mails.send(mail("digest-ana", "ana@example.org"))).isTrue();
        assertThat(mails.send(mail("digest-ana", "ana@example.org"))).isFalse();
        send();
        assertThat(mails.send(mail("digest-ana", "ana@example.org"))).isFalse();
        send();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void doesNotSendMailsOfRolledBackTransactions() {
        transaction.executeWithoutResult(status -> {
            mails.send(mail("rolled-back", "ana@example.org"));
            status.setRollbackOnly();
        });

        send();

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void queuesNothingWithoutAMailServer() {
        var off = new Mails(outbox, new MockEnvironment());

        assertThat(off.isOn()).isFalse();
        assertThat(off.send(mail("off", "ana@example.org"))).isFalse();
        assertThat(outbox.countWith("WAITING")).isZero();
    }

    @Test
    void deletesTheContentAfterSending() {
        mails.send(mail("sent", "ana@example.org"));

        send();

        assertThat(database.queryForMap("select * from mail where mail_key = 'sent'"))
                .containsEntry("status", "SENT")
                .containsEntry("content", null);
    }

    @Test
    void sendsAllMailsAfterADayWithoutAMailServer() {
        int closed = server.getSmtp().getPort();
        server.stop();
        MailDelivery delivery = delivery(closed);
        for (int i = 0; i < 3; i++) {
            mails.send(mail("day-" + i, "ana@example.org"));
        }
        for (int hour = 0; hour < 25; hour++) {
            delivery.sendWhatIsDue();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(outbox.countWith("WAITING")).isEqualTo(3);

        server.start();
        send();

        assertThat(server.getReceivedMessages()).hasSize(3);
        assertThat(outbox.countWith("SENT")).isEqualTo(3);
    }

    @Test
    void triesOneConnectionDuringAnOutage() {
        int closed = server.getSmtp().getPort();
        server.stop();
        mails.send(mail("first", "ana@example.org"));
        mails.send(mail("second", "ana@example.org"));

        delivery(closed).sendWhatIsDue();

        assertThat(database.queryForObject("select sum(attempts) from mail", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void replaysUndeliverableMailsFromDeadLetters() {
        int closed = server.getSmtp().getPort();
        server.stop();
        mails.send(mail("dead", "ana@example.org"));
        for (int hour = 0; hour < 74; hour++) {
            delivery(closed).sendWhatIsDue();
            clock.advance(Duration.ofHours(1));
        }
        var deadLetters = new MailDeadLetters(jdbc, outbox, MailFixture.PROPERTIES, audit, clock);
        assertThat(deadLetters.find(new PageRequest(0, 20)).items())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.recipient()).isEqualTo("ana@example.org");
                    assertThat(letter.failure()).isEqualTo("no connection to the mail server");
                });

        server.start();
        assertThat(deadLetters.replayAll()).isEqualTo(1);
        send();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void rejectedRecipientsDoNotDelayOthers(CapturedOutput output) throws IOException {
        mails.send(mail("gone", "gone@example.org"));
        mails.send(mail("full", "full@example.org"));
        mails.send(mail("there", "ana@example.org"));
        var answers = Map.of(
                "gone@example.org", "550 5.1.1 <gone@example.org> is unknown",
                "full@example.org", "452 4.2.2 <full@example.org> is full");
        try (var refusing = new SmtpServer(answers, false)) {
            delivery(refusing.port()).sendWhatIsDue();

            assertThat(refusing.taken()).containsExactly("ana@example.org");
        }
        assertThat(failure("gone")).isEqualTo("DEAD: answer 550");
        assertThat(failure("full")).isEqualTo("WAITING: answer 452");
        assertThat(output.getAll()).contains("is a dead letter").doesNotContain("gone@example.org", "full@example.org");
    }

    private String failure(String key) {
        return database.queryForObject(
                "select status || ': ' || failure from mail where mail_key = ?", String.class, key);
    }

    @Test
    void doesNotResendIfTheServerDisconnectsAfterAcceptance() throws IOException {
        mails.send(mail("taken", "ana@example.org"));
        try (var rude = new SmtpServer(Map.of(), true)) {
            delivery(rude.port()).sendWhatIsDue();
            clock.advance(Duration.ofHours(1));
            delivery(rude.port()).sendWhatIsDue();

            assertThat(rude.taken()).hasSize(1);
        }
        assertThat(outbox.countWith("SENT")).isEqualTo(1);
    }

    @Test
    void anotherNodeSendsTheMailsOfADeadNode() {
        mails.send(mail("lease", "ana@example.org"));
        QueuedMail mail = outbox.due(1).get(0);
        assertThat(outbox.claim(mail)).isTrue();
        assertThat(outbox.claim(mail)).isFalse();
        send();
        assertThat(server.getReceivedMessages()).isEmpty();

        clock.advance(Duration.ofMinutes(11));
        send();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void compositionFailuresDoNotDelayOtherMails() {
        var broken = new MailComposer() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Optional<Mail> compose(String key, UUID engagementId, String reference) {
                throw new IllegalStateException("A template breaks");
            }
        };
        mails.sendLater("broken-1", null, "broken", "ana");
        mails.sendLater("unknown-1", null, "unknown", "ana");
        mails.send(mail("good", "ana@example.org"));

        bench.send(server.getSmtp().getPort(), broken);

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(failure("broken-1")).isEqualTo("WAITING: cannot be written: IllegalStateException");
        assertThat(failure("unknown-1")).isEqualTo("WAITING: cannot be written: IllegalStateException");
    }

    @Test
    void preventsHeaderInjection() throws Exception {
        mails.send(new Mail(
                "injection",
                null,
                new MailAddress("ana@example.org", "Ana\r\nBcc: all@example.org"),
                "Hola\r\nBcc: all@example.org\r\n\r\nbody",
                "Text",
                null,
                null,
                null));

        send();

        assertThat(server.getReceivedMessages()).singleElement().satisfies(received -> {
            assertThat(received.getHeader("Bcc")).isNull();
            assertThat(received.getSubject()).isEqualTo("Hola Bcc: all@example.org body");
        });
    }

    @Test
    void deletesSentMailsAfterTheRetentionTime() {
        mails.send(mail("old", "ana@example.org"));
        send();
        clock.advance(Duration.ofDays(91));

        delivery(server.getSmtp().getPort()).cleanUp();

        assertThat(database.queryForObject("select count(*) from mail", Integer.class))
                .isZero();
    }
}
