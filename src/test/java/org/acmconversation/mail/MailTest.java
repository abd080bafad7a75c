package org.acmconversation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.DurationStyle;

/** Invalid emails are rejected before they are queued. */
class MailTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@localhost",
                "ana@example.org\r\nBcc: all@example.org",
                "Ana <ana@example.org>",
                "ana@example.org,luis@example.org",
                "\"ana\"@example.org",
                "ana..muñoz@example.org",
                ".ana@example.org",
                "ana.@example.org",
                "ana@-example.org",
                "ana@example-.org",
                "ana@ññññññññññññññññññññññññññññññññññññññññññññññññññññññññññññ.example"
            })
    void rejectsInvalidAddresses(String text) {
        assertThat(MailAddress.isAddress(text)).isFalse();
        assertThatThrownBy(() -> new MailAddress(text, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not an email address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana@example.org", "ana.muñoz+acm@correo.españa.example", "ana@example.xn--p1ai"})
    void acceptsValidAddresses(String text) {
        assertThat(new MailAddress(text, null).address()).isEqualTo(text);
    }

    @Test
    void toStringOmitsPersonalData() {
        var mail =
                new Mail("key", null, new MailAddress("ana@example.org", "Ana"), "Subject", "Text", null, null, null);

        assertThat(mail.toString() + mail.to()).doesNotContain("ana", "Ana", "Subject", "Text");
    }

    @Test
    void rejectsUnsafeUnsubscribeLinks() {
        assertThatThrownBy(() -> new Mail(
                        "key",
                        null,
                        new MailAddress("ana@example.org", null),
                        "Subject",
                        "Text",
                        null,
                        null,
                        URI.create("javascript:alert(1)")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"not-an-address, 3d, 90d, from", "a@b.example, 1m, 90d, give-up-after", "a@b.example, 3d, 0s, keep-sent"
    })
    void namesTheInvalidSetting(String from, String giveUpAfter, String keepSent, String setting) {
        assertThatThrownBy(() -> new MailProperties(from, "ACM", duration(giveUpAfter), duration(keepSent)))
                .hasMessageMatching("acm\\.mail\\.%s is (\\S+|missing or invalid): use .*".formatted(setting));
    }

    @Test
    void requiresASender() {
        var properties = new MailProperties(null, "ACM", Duration.ofDays(3), Duration.ofDays(90));

        assertThatThrownBy(properties::sender).hasMessageContaining("acm.mail.from is missing");
    }

    private static Duration duration(String text) {
        return DurationStyle.detectAndParse(text);
    }
}
