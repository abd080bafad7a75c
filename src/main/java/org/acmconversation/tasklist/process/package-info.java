/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.tasklist.process;

import org.jspecify.annotations.NullMarked;
