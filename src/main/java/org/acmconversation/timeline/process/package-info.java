/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.timeline.process;

import org.jspecify.annotations.NullMarked;
