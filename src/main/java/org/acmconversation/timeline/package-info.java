/** The timeline of an engagement: who did what when. */
@ApplicationModule(displayName = "Timeline")
package org.acmconversation.timeline;

import org.springframework.modulith.ApplicationModule;
