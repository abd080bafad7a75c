/** People's preferences: language and time zone. */
@ApplicationModule(displayName = "Preferences")
@NullMarked
package org.acmconversation.preference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
