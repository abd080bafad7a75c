/** User tasks: drafts of their forms, the tasks that follow a completed one, and their assignment. */
@ApplicationModule(displayName = "Tasks")
@NullMarked
package org.acmconversation.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
