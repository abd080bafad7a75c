package org.acmconversation.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.acmconversation.AcmConversationApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The service does not start with incomplete login settings, and says what to set. */
@Tag("context")
@ExtendWith(OutputCaptureExtension.class)
class OidcStartTest {

    private static final String SECRET = "a-secret-of-the-provider";

    private static final Map<String, String> COMPLETE = Map.of(
            "acm.security.login", "oidc",
            "acm.security.oidc.issuer-uri", "https://provider.example",
            "acm.security.oidc.client-id", "acm-web",
            "acm.security.oidc.client-secret", SECRET,
            "acm.security.oidc.audience", "acm-api",
            "acm.security.oidc.roles[ft-managers]", "MANAGER");

    @Test
    void requiresALoginSettingOutsideTheLocalProfile(CapturedOutput output) {
        assertNoStart(Map.of("spring.profiles.active", "server"));

        assertThat(output).contains("acm.security.login is not set: use oidc");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer-uri, '', issuer-uri is missing or invalid: use your provider's issuer",
        "issuer-uri, http://provider.example, issuer-uri is missing or invalid: use an https URL",
        "client-id, '', client-id is missing or invalid: use the id under which the provider knows this service",
        "client-secret, '', client-secret is missing or invalid: use the secret that the provider made",
        "client-secret, too-short, 'client-secret is missing or invalid: use the secret that the provider made'",
        "audience, '', audience is missing or invalid: use the aud claim of tokens for this service's API",
        "audience, acm-web, 'audience is missing or invalid: use the API''s own identifier, not the client-id'",
        "clock-skew, 1h, clock-skew is PT1H: use a duration from 0s to 5m",
    })
    void namesTheInvalidSettingAndTheFix(String property, String value, String sentence, CapturedOutput output) {
        assertNoStart(with("acm.security.oidc." + property, value));

        assertThat(output).contains(sentence).doesNotContain("too-short").doesNotContain(SECRET);
    }

    @Test
    void listsTheRolesIfOneIsUnknown(CapturedOutput output) {
        assertNoStart(with("acm.security.oidc.roles[ft-managers]", "BOSS"));

        assertThat(output)
                .contains("acm.security.oidc.roles[ft-managers]", "\"BOSS\"", "The following values are valid:")
                .contains("MANAGER", "READY_PARTNER", "SERVICE_ACCOUNT");
    }

    @Test
    void requiresAtLeastOneMappedRole(CapturedOutput output) {
        Map<String, String> properties = new TreeMap<>(COMPLETE);
        properties.remove("acm.security.oidc.roles[ft-managers]");
        assertNoStart(properties);

        assertThat(output).contains("roles is missing or invalid: add at least one line");
    }

    private static Map<String, String> with(String property, String value) {
        Map<String, String> properties = new TreeMap<>(COMPLETE);
        properties.put(property, value);
        return properties;
    }

    private static void assertNoStart(Map<String, String> properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0", "--spring.datasource.url=jdbc:h2:mem:start", "--spring.main.banner-mode=off"));
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        assertThatThrownBy(
                        () -> SpringApplication.run(AcmConversationApplication.class, arguments.toArray(String[]::new))
                                .close())
                .isNotNull();
    }
}
