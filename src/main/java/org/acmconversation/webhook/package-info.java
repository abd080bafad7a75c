/** Sends events of engagements to another system over HTTP, in order and at least once. */
@ApplicationModule(displayName = "Webhook")
package org.acmconversation.webhook;

import org.springframework.modulith.ApplicationModule;
