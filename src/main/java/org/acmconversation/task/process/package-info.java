/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.task.process;

import org.jspecify.annotations.NullMarked;
