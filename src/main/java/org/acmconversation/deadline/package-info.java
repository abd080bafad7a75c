/** Moves the due dates of open tasks when the calendar changes. */
@ApplicationModule(displayName = "Deadlines")
@NullMarked
package org.acmconversation.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
