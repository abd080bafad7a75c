package org.acmconversation.webhook;

import org.acmconversation.contract.OnH2;
import org.junit.jupiter.api.Nested;

/** The webhook's contract on H2. */
class WebhookOnH2Test {

    @Nested
    @OnH2
    class Order extends OrderContract {}

    @Nested
    @OnH2
    class Failure extends FailureContract {}
}
