/** Who is absent when, and who substitutes for them. */
@ApplicationModule(displayName = "Absences")
@NullMarked
package org.acmconversation.absence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
