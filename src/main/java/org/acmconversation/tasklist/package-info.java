/** Camunda Tasklist: the roles' queues, reminders and escalations; who may hand over a task. */
@ApplicationModule(displayName = "Tasklist")
@NullMarked
package org.acmconversation.tasklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
