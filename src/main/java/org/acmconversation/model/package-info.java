/** The models in {@code processes/}: the names that code shares with them, and the rules that they must meet. */
@ApplicationModule(displayName = "Models")
@NullMarked
package org.acmconversation.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
