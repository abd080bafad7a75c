/** Tells people what concerns them. */
@ApplicationModule(displayName = "Notifications")
@NullMarked
package org.acmconversation.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
