/** What operators need: health, metrics, tracing, and coordination between nodes. */
@ApplicationModule(displayName = "Operations")
package org.acmconversation.operations;

import org.springframework.modulith.ApplicationModule;
