/** The common parts of our own pages: layout, language, time zone and static files. */
@ApplicationModule(displayName = "Pages")
@NullMarked
package org.acmconversation.webpage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
