/** What operators need: checks at start, health, metrics, tracing, and coordination between nodes. */
@ApplicationModule(displayName = "Operations")
@NullMarked
package org.acmconversation.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
