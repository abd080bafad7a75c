/** User tasks: claiming, assigning, completing with a checked form, and the ports through which modules take part. */
@NamedInterface
@NullMarked
package org.acmconversation.engine.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
