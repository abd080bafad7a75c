/** What people do for colleagues who are absent: they take over tasks, and give them back. */
@ApplicationModule(displayName = "Substitution")
@NullMarked
package org.acmconversation.substitution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
