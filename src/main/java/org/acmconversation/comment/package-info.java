/** What people write about an engagement while they work on its tasks. */
@ApplicationModule(displayName = "Comments")
@NullMarked
package org.acmconversation.comment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
