/** Reads, assigns and completes open tasks in the engine, and gives new tasks to people. */
@NullMarked
package org.acmconversation.task.process;

import org.jspecify.annotations.NullMarked;
