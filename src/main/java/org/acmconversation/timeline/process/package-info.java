/** Records steps of the process in the timeline. */
@NullMarked
package org.acmconversation.timeline.process;

import org.jspecify.annotations.NullMarked;
