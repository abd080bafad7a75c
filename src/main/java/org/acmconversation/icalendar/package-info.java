/** Writes iCalendar objects, for feeds and invitations. */
@ApplicationModule(displayName = "iCalendar")
@NullMarked
package org.acmconversation.icalendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
