/** How engagements are followed up: the next action, and notes about how they stand. */
@ApplicationModule(displayName = "Follow-up")
@NullMarked
package org.acmconversation.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
