/** Invites the people of an engagement to the conversation, by email. */
@ApplicationModule(displayName = "Invitations")
@NullMarked
package org.acmconversation.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
