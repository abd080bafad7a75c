package org.acmconversation.faults;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** A digest that arrived by email, as a mail program parses it. */
record ReceivedDigest(String messageId, String text) {

    /** Whether an email is one; all others are invitations. */
    static boolean isOne(String content) {
        return !content.contains("text/calendar");
    }

    /** @param content an email, including its headers */
    static ReceivedDigest of(String content) {
        try {
            var message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)));
            return new ReceivedDigest(
                    message.getMessageID(),
                    ((MimeMultipart) message.getContent())
                            .getBodyPart(0)
                            .getContent()
                            .toString());
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("A mail that no program can read:\n" + content, e);
        }
    }
}
