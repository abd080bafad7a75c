/**
 * What people meet in Camunda Tasklist: the queues of their roles, reminders of what is due, and forms whose input is
 * checked on the server.
 */
@ApplicationModule(displayName = "Tasklist")
@NullMarked
package org.acmconversation.tasklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
