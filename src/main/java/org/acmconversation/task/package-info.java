/** What people need around a task: the draft of its form, and what comes after it. */
@ApplicationModule(displayName = "Tasks")
@NullMarked
package org.acmconversation.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
