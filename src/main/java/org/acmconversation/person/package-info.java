/** People's preferences: language and time zone. */
@ApplicationModule(displayName = "People")
@NullMarked
package org.acmconversation.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
