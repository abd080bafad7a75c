package org.acmconversation.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Invalid notification settings are rejected, and secrets are not shown. */
class NotificationSettingsTest {

    private static final String ADDRESS = "https://prod.example.org/workflows/secret";

    @ParameterizedTest
    @CsvSource({
        "fasttrack-engineers, https://prod.example.org/x, use a role",
        "fasttrack-engineer, http://prod.example.org/x, use the https address",
        "fasttrack-engineer, prod.example.org, use the https address"
    })
    void rejectsUnknownRolesAndInsecureAddresses(String role, URI address, String sentence) {
        assertThatThrownBy(() -> new TeamsProperties(Map.of(role, address), Duration.ofSeconds(10)))
                .hasMessageContaining("%s is missing or invalid: %s", role, sentence);
    }

    @Test
    void toStringOmitsTheAddress() {
        var properties = new TeamsProperties(Map.of("fasttrack-engineer", URI.create(ADDRESS)), Duration.ofSeconds(10));

        assertThat(properties.toString()).contains("fasttrack-engineer").doesNotContain("secret");
    }

    @Test
    void bindsFixedKindsAndChannelsByName() {
        var source = new MapConfigurationPropertySource(Map.of(
                "acm.notifications.fixed.due-tomorrow.mail", "false", "acm.notifications.fixed.overdue.bell", "true"));

        NotificationProperties properties =
                new Binder(source).bindOrCreate("acm.notifications", NotificationProperties.class);

        assertThat(properties.fixed(Kind.DUE_TOMORROW, Channel.MAIL)).contains(false);
        assertThat(properties.fixed(Kind.OVERDUE, Channel.BELL)).contains(true);
        assertThat(properties.fixed(Kind.OVERDUE, Channel.MAIL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"acm.example.org", "ftp://acm.example.org"})
    void rejectsInvalidServiceUrls(URI address) {
        assertThatThrownBy(() -> new NotificationProperties(address, false, Map.of()))
                .hasMessageContaining("acm.notifications.service-url is missing or invalid");
    }
}
