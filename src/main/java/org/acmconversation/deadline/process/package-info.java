/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.deadline.process;

import org.jspecify.annotations.NullMarked;
