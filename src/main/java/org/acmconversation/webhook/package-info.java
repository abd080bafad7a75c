/** Sends events of engagements to another system over HTTP, in order and at least once. */
@ApplicationModule(displayName = "Webhook")
@NullMarked
package org.acmconversation.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
