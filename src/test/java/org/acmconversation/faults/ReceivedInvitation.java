package org.acmconversation.faults;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMessage.RecipientType;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;

/** An invitation that arrived by email, as a mail program parses it. */
record ReceivedInvitation(String messageId, String to, String uid, int sequence, boolean isCanceled, Instant start) {

    /** @param content an email, including its headers */
    static ReceivedInvitation of(String content) {
        try {
            var message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)));
            var parts = (MimeMultipart) message.getContent();
            Calendar calendar = new CalendarBuilder()
                    .build(parts.getBodyPart(parts.getCount() - 1).getInputStream());
            VEvent event = calendar.<VEvent>getComponent("VEVENT").orElseThrow();
            return new ReceivedInvitation(
                    message.getMessageID(),
                    ((InternetAddress) message.getRecipients(RecipientType.TO)[0]).getAddress(),
                    text(event, Property.UID),
                    Integer.parseInt(text(event, Property.SEQUENCE)),
                    calendar.getMethod().getValue().equals("CANCEL"),
                    Instant.from(event.getDateTimeStart().getDate()));
        } catch (MessagingException | IOException | ParserException e) {
            throw new IllegalArgumentException("A mail that no program can read:\n" + content, e);
        }
    }

    private static String text(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    /** Returns the same without its Message-ID. */
    ReceivedInvitation withoutId() {
        return new ReceivedInvitation("", to, uid, sequence, isCanceled, start);
    }
}
