/** A person's calls and due dates as a calendar that other programs subscribe to. */
@ApplicationModule(displayName = "Calendar feed")
@NullMarked
package org.acmconversation.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
