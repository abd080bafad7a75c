package org.acmconversation.operations.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** Nodes compare the meaning of settings, not their spelling, and store no secret in clear text. */
class NodeSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "acm.ftop.adapter, HTTP, http",
        "server.servlet.session.timeout, 30m, PT30M",
        "server.servlet.session.timeout, 1800, PT30M"
    })
    void differentSpellingsAreEqual(String name, String written, String read) {
        var environment = new MockEnvironment().withProperty(name, written);

        assertThat(AgreedSetting.of(environment)).containsValue(read);
    }

    @Test
    void missingSettingsHaveTheirDefaults() {
        assertThat(AgreedSetting.of(new MockEnvironment())).containsEntry("acm.ftop.adapter", "embedded");
    }

    @Test
    void orderOfRolesDoesNotMatter() {
        var one = new MockEnvironment()
                .withProperty("acm.security.oidc.roles[b]", "OPERATOR")
                .withProperty("acm.security.oidc.roles[a]", "ADMINISTRATOR");

        assertThat(AgreedSetting.of(one)).containsEntry("acm.security.oidc.roles", "{a=ADMINISTRATOR, b=OPERATOR}");
    }

    @Test
    void secretsAreHashed() {
        var environment = new MockEnvironment()
                .withProperty("acm.webhook.secret", "known-to-the-receiver-and-to-nobody-else")
                .withProperty("acm.webhook.url", "https://crm.example.org/events?key=also-a-secret");

        assertThat(AgreedSetting.of(environment).toString())
                .doesNotContain("known-to-the-receiver")
                .doesNotContain("also-a-secret")
                .contains("https://crm.example.org/events?(sha256:");
    }

    @Test
    void validatesTheHeartbeat() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NodeProperties(Duration.ofHours(1), Set.of()))
                .withMessage("acm.nodes.heartbeat is PT1H: use a duration from 1s to 1m");
    }

    @Test
    void mayDifferAcceptsOnlyComparedSettings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NodeProperties(Duration.ofSeconds(5), Set.of("acm.ftop.adaptor")))
                .withMessageContaining("acm.nodes.may-differ names acm.ftop.adaptor: use some of ")
                .withMessageContaining(" acm.ftop.adapter,");
    }
}
