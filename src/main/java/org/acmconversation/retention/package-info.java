/** Deletes what has expired, every night. */
@ApplicationModule(displayName = "Retention")
@NullMarked
package org.acmconversation.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
