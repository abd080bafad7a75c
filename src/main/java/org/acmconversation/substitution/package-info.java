/**
 * Substitution: taking over the tasks of absent colleagues, and returning them. The pages about absences are here,
 * because they also show the tasks that a substitute takes over.
 */
@ApplicationModule(displayName = "Substitution")
@NullMarked
package org.acmconversation.substitution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
