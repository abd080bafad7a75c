/** What people need around a task: the draft of its form, and what comes after it. */
@ApplicationModule(displayName = "Tasks")
package org.acmconversation.task;

import org.springframework.modulith.ApplicationModule;
