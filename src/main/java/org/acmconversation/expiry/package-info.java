/** What expires: rows that modules keep for a limited time, and for how long. */
@ApplicationModule(displayName = "Expiry")
@NullMarked
package org.acmconversation.expiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
