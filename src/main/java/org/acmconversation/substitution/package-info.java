/** Substitution: taking over the tasks of absent colleagues, and returning them. */
@ApplicationModule(displayName = "Substitution")
@NullMarked
package org.acmconversation.substitution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
