/** Exports and erases the personal data of engagements; legal holds, which prevent that. */
@ApplicationModule(displayName = "Erasure")
@NullMarked
package org.acmconversation.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
