/** Calls to untrusted external servers. */
@ApplicationModule(displayName = "Calls out")
@NullMarked
package org.acmconversation.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
