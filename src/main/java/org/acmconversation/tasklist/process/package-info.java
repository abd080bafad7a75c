/**
 * Filters of Tasklist, and what the models use for their tasks: due dates, reminders, escalation, priority and
 * returning tasks.
 */
@NullMarked
package org.acmconversation.tasklist.process;

import org.jspecify.annotations.NullMarked;
