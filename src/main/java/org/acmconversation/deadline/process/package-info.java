/** Moves the due dates and timers of open tasks. */
@NullMarked
package org.acmconversation.deadline.process;

import org.jspecify.annotations.NullMarked;
