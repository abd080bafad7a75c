package org.acmconversation.webhook;

import org.acmconversation.contract.OnH2;
import org.junit.jupiter.api.Nested;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the webhook promises, on H2. */
@OnH2
@DirtiesContext
class WebhookOnH2Test {

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> "jdbc:h2:mem:webhook;DB_CLOSE_DELAY=-1");
    }

    @Nested
    class Order extends OrderContract {}

    @Nested
    class Failure extends FailureContract {}
}
