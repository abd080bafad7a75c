package org.acmconversation.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMessage.RecipientType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.acmconversation.operations.Sha256;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands emails to the mail server. */
@Component
@ConditionalOnMail
class MailTransport {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int PERMANENT = 500;

    private final JavaMailSender server;
    private final MailAddress from;
    private final Clock clock;

    MailTransport(JavaMailSender server, MailProperties properties, Clock clock) {
        this.server = server;
        this.from = properties.sender();
        this.clock = clock;
    }

    /** The outcome of an attempt. */
    enum Outcome {
        SENT,
        /** The server refuses this email for good. */
        REFUSED,
        /** The server rejected this email; it may accept others. */
        FAILED,
        /** The server accepts no email at all. */
        UNREACHABLE,
        /** The mail no longer applies. */
        NOTHING_TO_SEND
    }

    /**
     * An outcome and its reason.
     *
     * @param failure without what the server says, which may repeat the address
     */
    record Attempt(Outcome outcome, String failure) {}

    Attempt send(Mail mail) {
        try {
            server.send(message(mail));
            return new Attempt(Outcome.SENT, "");
        } catch (MailAuthenticationException e) {
            return new Attempt(Outcome.UNREACHABLE, "the mail server refuses the login");
        } catch (MailSendException e) {
            return attempt(e);
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            return new Attempt(Outcome.FAILED, e.getClass().getSimpleName());
        }
    }

    private static Attempt attempt(MailSendException failure) {
        if (failure.getFailedMessages().isEmpty()) {
            // The server accepted the mail and then closed the connection without QUIT.
            return new Attempt(Outcome.SENT, "");
        }
        if (failure.getCause() != null) {
            return new Attempt(Outcome.UNREACHABLE, "no connection to the mail server");
        }
        Exception cause = failure.getMessageExceptions()[0];
        int code = answer(cause);
        if (code == 0) {
            return new Attempt(Outcome.FAILED, cause.getClass().getSimpleName());
        }
        return new Attempt(code >= PERMANENT ? Outcome.REFUSED : Outcome.FAILED, "answer " + code);
    }

    /**
     * The answer to the recipient or to the content; 0 if there was none. A rejected sender does not count: that is our
     * misconfiguration.
     */
    private static int answer(Exception failure) {
        int code = 0;
        for (Throwable e = failure; e != null; e = next(e)) {
            if (e instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (e instanceof SMTPSendFailedException content) {
                code = content.getReturnCode();
            }
        }
        return code;
    }

    private static @Nullable Throwable next(Throwable e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : e.getCause();
    }

    private MimeMessage message(Mail mail) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = server.createMimeMessage();
        message.setFrom(address(from));
        message.setRecipient(RecipientType.TO, address(mail.to()));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", messageId(mail));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.unsubscribe() != null) {
            message.setHeader(
                    "List-Unsubscribe", "<%s>".formatted(mail.unsubscribe().toASCIIString()));
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        var alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(mail.text(), "text/plain; charset=UTF-8"));
        if (mail.html() != null) {
            alternatives.addBodyPart(part(mail.html(), "text/html; charset=UTF-8"));
        }
        if (mail.calendar() != null) {
            alternatives.addBodyPart(part(
                    mail.calendar().content(),
                    "text/calendar; charset=UTF-8; method=" + mail.calendar().method()));
        }
        message.setContent(alternatives);
        return message;
    }

    /** Base64, so that no server breaks lines that are too long for it. */
    private static MimeBodyPart part(String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static InternetAddress address(MailAddress of) throws UnsupportedEncodingException {
        int at = of.address().lastIndexOf('@') + 1;
        String ascii = of.address().substring(0, at) + IDN.toASCII(of.address().substring(at));
        return new InternetAddress(ascii, of.name(), UTF_8);
    }

    private String messageId(Mail mail) {
        String domain = from.address().substring(from.address().lastIndexOf('@') + 1);
        return "<%s@%s>".formatted(Sha256.of(mail.key()), IDN.toASCII(domain));
    }
}
