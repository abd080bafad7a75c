/** Calendar feeds of people's calls and due dates, to which other programs subscribe. */
@ApplicationModule(displayName = "Calendar feed")
@NullMarked
package org.acmconversation.calendarfeed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
