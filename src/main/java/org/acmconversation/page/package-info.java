/**
 * What our own pages have in common: their layout, language and time zone, and the files that browsers load for them.
 */
@ApplicationModule(displayName = "Pages")
@NullMarked
package org.acmconversation.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
