/** Camunda Tasklist: the roles' queues, reminders and escalations, and the validation of forms on the server. */
@ApplicationModule(displayName = "Tasklist")
@NullMarked
package org.acmconversation.tasklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
