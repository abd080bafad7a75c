/** Saved views: named filters of the engagement list, for their owner or shared with colleagues. */
@ApplicationModule(displayName = "Saved views")
@NullMarked
package org.acmconversation.savedview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
