/** The front page and the pages of an engagement, where people see its state and change it; tasks are in Tasklist. */
@ApplicationModule(displayName = "Engagement pages")
@NullMarked
package org.acmconversation.engagementpage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
