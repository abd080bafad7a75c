/** The timeline of an engagement: who did what, and when. */
@ApplicationModule(displayName = "Timeline")
package org.acmconversation.timeline;

import org.springframework.modulith.ApplicationModule;
