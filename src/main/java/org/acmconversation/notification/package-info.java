/** Notifications of people: the bell on our pages, the digest by email, and Teams. */
@ApplicationModule(displayName = "Notifications")
@NullMarked
package org.acmconversation.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
