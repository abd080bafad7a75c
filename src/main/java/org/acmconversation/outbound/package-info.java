/** Calls to untrusted external servers. */
@ApplicationModule(displayName = "Calls out")
package org.acmconversation.outbound;

import org.springframework.modulith.ApplicationModule;
