/** Follow-up of engagements: the next action and status notes. */
@ApplicationModule(displayName = "Follow-up")
@NullMarked
package org.acmconversation.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
