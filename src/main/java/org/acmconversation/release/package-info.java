/**
 * Releases of the models: a model set is taken in as a draft, checked, compared, published, migrated to and taken back.
 */
@ApplicationModule(displayName = "Releases")
@NullMarked
package org.acmconversation.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
