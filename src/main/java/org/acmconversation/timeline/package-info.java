/** The timeline of an engagement: who did what, and when. */
@ApplicationModule(displayName = "Timeline")
@NullMarked
package org.acmconversation.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
