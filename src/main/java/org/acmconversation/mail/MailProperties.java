package org.acmconversation.mail;

import java.time.Duration;
import org.acmconversation.setting.Setting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Mail that the service sends. The mail server is in {@code spring.mail.*}; without {@code spring.mail.host} no email
 * is queued.
 *
 * @param from the sender's address, which is required with a mail server
 * @param fromName the sender's name
 * @param giveUpAfter how long sending is tried before an email becomes a dead letter
 * @param keepSent how long the key of a sent email is kept, so that it is not sent again
 */
@ConfigurationProperties("acm.mail")
record MailProperties(
        @Nullable String from,
        @DefaultValue("ACM") String fromName,
        @DefaultValue("3d") Duration giveUpAfter,
        @DefaultValue("90d") Duration keepSent) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration YEAR = Duration.ofDays(365);

    MailProperties {
        Setting.require(
                from == null || MailAddress.isAddress(from),
                "acm.mail.from",
                "use an email address such as acm@example.org");
        Setting.require("acm.mail.give-up-after", giveUpAfter, HOUR, YEAR);
        Setting.require("acm.mail.keep-sent", keepSent, HOUR, YEAR);
    }

    /** @throws IllegalArgumentException if it is not set */
    MailAddress sender() {
        if (from == null) {
            throw new IllegalArgumentException(
                    "acm.mail.from is missing: use the address that mail comes from; spring.mail.host requires it");
        }
        return new MailAddress(from, fromName);
    }
}
