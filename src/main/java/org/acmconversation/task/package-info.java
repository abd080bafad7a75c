/** Drafts of forms, and the tasks that follow a completed one. */
@ApplicationModule(displayName = "Tasks")
@NullMarked
package org.acmconversation.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
