/** How modules declare the personal data that they store, so that it can be exported and erased. */
@ApplicationModule(displayName = "Personal data")
@NullMarked
package org.acmconversation.personaldata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
