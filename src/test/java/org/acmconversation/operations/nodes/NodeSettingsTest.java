package org.acmconversation.operations.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** What nodes compare: what a setting means, not how it is written, and no secret in clear. */
class NodeSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "acm.ftop.adapter, HTTP, http",
        "server.servlet.session.timeout, 30m, PT30M",
        "server.servlet.session.timeout, 1800, PT30M"
    })
    void theSameIsTheSameHoweverItIsWritten(String name, String written, String read) {
        var environment = new MockEnvironment().withProperty(name, written);

        assertThat(AgreedSetting.of(environment)).containsValue(read);
    }

    @Test
    void whatIsNotWrittenIsWhatTheDefaultIs() {
        assertThat(AgreedSetting.of(new MockEnvironment())).containsEntry("acm.ftop.adapter", "embedded");
    }

    @Test
    void groupsAndTheirRolesAreComparedInAnyOrder() {
        var one = new MockEnvironment()
                .withProperty("acm.security.oidc.roles[b]", "OPERATOR")
                .withProperty("acm.security.oidc.roles[a]", "ADMINISTRATOR");

        assertThat(AgreedSetting.of(one)).containsEntry("acm.security.oidc.roles", "{a=ADMINISTRATOR, b=OPERATOR}");
    }

    @Test
    void noSecretIsInClear() {
        var environment = new MockEnvironment()
                .withProperty("acm.webhook.secret", "known-to-the-receiver-and-to-nobody-else")
                .withProperty("acm.webhook.url", "https://crm.example.org/events?key=also-a-secret");

        assertThat(AgreedSetting.of(environment).toString())
                .doesNotContain("known-to-the-receiver")
                .doesNotContain("also-a-secret")
                .contains("https://crm.example.org/events?(sha256:");
    }

    @Test
    void aHeartbeatIsNeitherAlwaysNorNever() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NodeProperties(Duration.ofHours(1), Set.of()))
                .withMessage("acm.nodes.heartbeat is PT1H: use a duration from 1s to 1m");
    }

    @Test
    void onlyWhatIsComparedMayDiffer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NodeProperties(Duration.ofSeconds(5), Set.of("acm.ftop.adaptor")))
                .withMessageContaining("acm.nodes.may-differ names acm.ftop.adaptor: use some of acm.ftop.adapter");
    }
}
