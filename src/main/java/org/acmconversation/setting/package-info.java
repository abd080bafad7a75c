/** Checks of settings: an invalid value stops the start with a sentence that says what to write. */
@ApplicationModule(displayName = "Settings")
@NullMarked
package org.acmconversation.setting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
