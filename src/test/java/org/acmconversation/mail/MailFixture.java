package org.acmconversation.mail;

import java.time.Clock;
import java.time.Duration;
import org.acmconversation.database.StoredJson;
import org.acmconversation.operations.SharedWork;
import org.acmconversation.outbound.QuietMode;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;

/** The mail module with a mail server, for tests in an application without one. */
public class MailFixture {

    static final MailProperties PROPERTIES =
            new MailProperties("acm@example.org", "ACM", Duration.ofDays(3), Duration.ofDays(90));

    private final MailOutbox outbox;
    private final SharedWork work;
    private final Clock clock;

    /** The queue is in the application's database. */
    public MailFixture(JdbcClient jdbc, StoredJson json, SharedWork work, Clock clock) {
        this.outbox = new MailOutbox(jdbc, json, PROPERTIES, clock);
        this.work = work;
        this.clock = clock;
    }

    MailOutbox outbox() {
        return outbox;
    }

    /** Returns the outbox. */
    public Mails mails() {
        return new Mails(outbox, new MockEnvironment().withProperty("spring.mail.host", "localhost"));
    }

    /** Sends due emails to a local server. */
    public void send(int port, MailComposer... composers) {
        delivery(port, composers).sendWhatIsDue();
    }

    MailDelivery delivery(int port, MailComposer... composers) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var beans = new StaticListableBeanFactory();
        for (MailComposer composer : composers) {
            beans.addBean(composer.name(), composer);
        }
        return new MailDelivery(
                outbox,
                new MailTransport(sender, PROPERTIES, clock),
                beans.getBeanProvider(MailComposer.class),
                work,
                new QuietMode(false),
                clock);
    }
}
