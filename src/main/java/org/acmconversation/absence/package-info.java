/** Absences and substitutes. */
@ApplicationModule(displayName = "Absences")
@NullMarked
package org.acmconversation.absence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
