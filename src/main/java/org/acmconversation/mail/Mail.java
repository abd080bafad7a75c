package org.acmconversation.mail;

import java.net.URI;
import java.util.UUID;
import org.acmconversation.problem.PlainLine;
import org.jspecify.annotations.Nullable;

/**
 * An email to one recipient.
 *
 * @param key what the email is about, unique among all emails: an email with the same key is queued only once, and its
 *     Message-ID is made from it
 * @param engagementId the engagement that the email is about; erasing it deletes the mail
 * @param subject any text; line breaks are removed
 * @param html the same content as the text
 * @param unsubscribe address that receives a POST if the recipient wants no more of these (RFC 8058)
 */
public record Mail(
        String key,
        @Nullable UUID engagementId,
        MailAddress to,
        String subject,
        String text,
        @Nullable String html,
        @Nullable CalendarPart calendar,
        @Nullable URI unsubscribe) {

    private static final int MAX_KEY_LENGTH = 200;

    /**
     * An iCalendar object.
     *
     * @param method of iTIP (RFC 5546), as in the object itself
     * @param content the object
     */
    public record CalendarPart(Method method, String content) {

        /** Methods of iTIP that we send. */
        public enum Method {
            REQUEST,
            CANCEL
        }
    }

    /**
     * @throws IllegalArgumentException if the key is empty or too long, or the unsubscribe address is not an HTTP URL
     */
    public Mail {
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
            throw new IllegalArgumentException("The key of an email has 1 to %d characters".formatted(MAX_KEY_LENGTH));
        }
        if (unsubscribe != null
                && !"https".equals(unsubscribe.getScheme())
                && !"http".equals(unsubscribe.getScheme())) {
            throw new IllegalArgumentException("The address to unsubscribe is an http address");
        }
        subject = PlainLine.of(subject).strip();
    }

    /** Omits recipient and content, since they must not be logged. */
    @Override
    public String toString() {
        return "Mail[key=%s]".formatted(key);
    }
}
