package org.acmconversation.operations.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
    void missingSettingsAreReadAsTheirDefaults() throws IOException {
        Map<String, String> missing = AgreedSetting.of(new MockEnvironment());
        var defaults = new MockEnvironment();
        for (JsonNode property : ownProperties()) {
            if (property.path("defaultValue").isValueNode()) {
                defaults.withProperty(
                        property.path("name").asText(),
                        property.path("defaultValue").asText());
            }
        }

        assertThat(defaults.getProperty("acm.retention.audit")).isNotNull();
        assertThat(AgreedSetting.of(defaults)).isEqualTo(missing);
    }

    private static List<JsonNode> ownProperties() throws IOException {
        List<JsonNode> own = new ArrayList<>();
        for (URL file : Collections.list(
                NodeSettingsTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream metadata = file.openStream()) {
                new ObjectMapper().readTree(metadata).path("properties").forEach(own::add);
            }
        }
        own.removeIf(property -> !property.path("name").asText().startsWith("acm."));
        return own;
    }

    /** Names after the first of a cell may omit the prefix of the one before. */
    @Test
    void docsListEachSetting() throws IOException {
        String page = Files.readString(Path.of("docs/refused-start.md"));
        String table =
                page.substring(page.indexOf("## Settings that all nodes share"), page.indexOf("Ports, pool sizes"));

        assertThat(AgreedSetting.names())
                .allSatisfy(name -> assertThat(
                                table.contains("`" + name + "`") || table.contains("`" + lastPart(name) + "`"))
                        .as(name)
                        .isTrue());
    }

    private static String lastPart(String name) {
        return name.replaceFirst(
                "^(acm\\.\\w+(\\.(oidc|http))?|camunda\\.bpm(\\.generic-properties\\.properties)?)\\.", "");
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
