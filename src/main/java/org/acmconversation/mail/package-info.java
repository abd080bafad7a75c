/** Sends mail through an outbox: queued in the caller's transaction, sent at least once. */
@ApplicationModule(displayName = "Mail")
@NullMarked
package org.acmconversation.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
