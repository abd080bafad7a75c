/** People: the language and the time zone in which each wants to see things. */
@ApplicationModule(displayName = "People")
package org.acmconversation.person;

import org.springframework.modulith.ApplicationModule;
