/**
 * Releases of the models: a set of models is uploaded as a draft, checked, compared, published and, if necessary,
 * rolled back; running engagements migrate to it.
 */
@ApplicationModule(displayName = "Releases")
@NullMarked
package org.acmconversation.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
