package org.acmconversation.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Mail that the service sends. The mail server is in {@code spring.mail.*}; without {@code spring.mail.host} no mail is
 * queued.
 *
 * @param from the sender's address, which is required with a mail server
 * @param fromName the sender's name
 * @param giveUpAfter how long sending is tried before a mail becomes a dead letter
 * @param keepSent how long the key of a sent mail is kept, so that it is not sent again
 */
@ConfigurationProperties("acm.mail")
record MailProperties(
        @Nullable String from,
        @DefaultValue("ACM") String fromName,
        @DefaultValue("3d") Duration giveUpAfter,
        @DefaultValue("90d") Duration keepSent) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    MailProperties {
        require(from == null || MailAddress.isAddress(from), "from", "use an e-mail address such as acm@example.org");
        require(isBetween(giveUpAfter, HOUR, LONGEST), "give-up-after", "use a duration from 1h to 365d");
        require(isBetween(keepSent, HOUR, LONGEST), "keep-sent", "use a duration from 1h to 365d");
    }

    /** @throws IllegalArgumentException if it is not set */
    MailAddress sender() {
        if (from == null) {
            throw invalid("from", "use the address that mail comes from; spring.mail.host requires it");
        }
        return new MailAddress(from, fromName);
    }

    private static boolean isBetween(Duration value, Duration min, Duration max) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }

    private static void require(boolean met, String property, String whatToWrite) {
        if (!met) {
            throw invalid(property, whatToWrite);
        }
    }

    private static IllegalArgumentException invalid(String property, String whatToWrite) {
        return new IllegalArgumentException("acm.mail.%s is invalid: %s".formatted(property, whatToWrite));
    }
}
