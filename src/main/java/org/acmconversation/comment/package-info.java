/** Comments on tasks, kept in the timeline. */
@ApplicationModule(displayName = "Comments")
@NullMarked
package org.acmconversation.comment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
