/** People: the language and the time zone in which each wants to see things. */
@ApplicationModule(displayName = "People")
@NullMarked
package org.acmconversation.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
