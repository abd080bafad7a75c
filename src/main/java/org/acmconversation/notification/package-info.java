/** Notifications of people: on our pages, in the digest by email, and in Teams. */
@ApplicationModule(displayName = "Notifications")
@NullMarked
package org.acmconversation.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
