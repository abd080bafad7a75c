/**
 * The models in {@code processes/}: the names that code shares with them, and the rules that every one of them must
 * meet.
 */
@ApplicationModule(displayName = "Models")
package org.acmconversation.model;

import org.springframework.modulith.ApplicationModule;
