package org.acmconversation.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.acmconversation.AcmConversationApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Invalid webhook settings prevent the start, with a message that says how to fix them. */
@Tag("context")
@ExtendWith(OutputCaptureExtension.class)
class WebhookStartTest {

    @Test
    void refusesAShortSecretWithoutLoggingIt(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                                AcmConversationApplication.class,
                                "--server.port=0",
                                "--spring.datasource.url=jdbc:h2:mem:webhook-start",
                                "--acm.webhook.url=https://crm.example.org/acm-events",
                                "--acm.webhook.secret=too-short")
                        .close())
                .isNotNull();

        assertThat(output)
                .contains("acm.webhook.secret is missing or invalid: use at least 32 random characters")
                .doesNotContain("too-short");
    }
}
