/** The front page and the pages of an engagement, where people see its state and change it; tasks are in Tasklist. */
@ApplicationModule(displayName = "Workplace")
@NullMarked
package org.acmconversation.workplace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
