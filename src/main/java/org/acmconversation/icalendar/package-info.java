/** Writes iCalendar, for calendars to subscribe to and for invitations. */
@ApplicationModule(displayName = "iCalendar")
@NullMarked
package org.acmconversation.icalendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
