/** Saved views: selections of engagements that a person gives a name, for oneself or for colleagues. */
@ApplicationModule(displayName = "Saved views")
@NullMarked
package org.acmconversation.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
