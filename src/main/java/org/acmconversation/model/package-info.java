/** The models in {@code processes/}: the names that code shares with them, and the rules that they must meet. */
@ApplicationModule(displayName = "Models")
package org.acmconversation.model;

import org.springframework.modulith.ApplicationModule;
